/** The days that the log and the inbox are kept: one partition a day, made ahead and dropped when it is over. */
@NullMarked
package com.allinone.messaging.retention;

import org.jspecify.annotations.NullMarked;
