/** The sentences about messaging as a whole. */
@NullMarked
package com.allinone.messaging;

import org.jspecify.annotations.NullMarked;
