/** What inbox promises, on real parts. */
@NullMarked
package com.allinone.messaging.inbox;

import org.jspecify.annotations.NullMarked;
