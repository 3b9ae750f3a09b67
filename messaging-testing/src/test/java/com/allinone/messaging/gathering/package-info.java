/** What gathering promises. */
@NullMarked
package com.allinone.messaging.gathering;

import org.jspecify.annotations.NullMarked;
