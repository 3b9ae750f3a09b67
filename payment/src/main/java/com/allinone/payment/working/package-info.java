/** Leases payments that want work and hands each to the room that knows what to do. */
@NullMarked
package com.allinone.payment.working;

import org.jspecify.annotations.NullMarked;
