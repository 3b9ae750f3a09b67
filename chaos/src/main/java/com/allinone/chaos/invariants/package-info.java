/** What must be true when it is quiet again, whatever was done; each with its violations. */
@NullMarked
package com.allinone.chaos.invariants;

import org.jspecify.annotations.NullMarked;
