/** Callers who each want a transaction, and are content with one that they share. */
@NullMarked
package com.allinone.messaging.gathering;

import org.jspecify.annotations.NullMarked;
