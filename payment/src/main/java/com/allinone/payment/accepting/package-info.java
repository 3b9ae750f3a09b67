/** Takes commands from Kafka and commits what they mean; it calls no provider. */
@NullMarked
package com.allinone.payment.accepting;

import org.jspecify.annotations.NullMarked;
