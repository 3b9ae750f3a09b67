/** What retention promises, on real parts. */
@NullMarked
package com.allinone.messaging.retention;

import org.jspecify.annotations.NullMarked;
