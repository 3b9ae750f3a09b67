/** What outbox promises, on real parts. */
@NullMarked
package com.allinone.messaging.outbox;

import org.jspecify.annotations.NullMarked;
