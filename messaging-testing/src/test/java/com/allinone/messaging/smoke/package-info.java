/** A tiny service in Quarkus, which shows that messaging works there with nothing configured but its channel. */
@NullMarked
package com.allinone.messaging.smoke;

import org.jspecify.annotations.NullMarked;
