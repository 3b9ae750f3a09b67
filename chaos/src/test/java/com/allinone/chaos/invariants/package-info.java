@NullMarked
package com.allinone.chaos.invariants;

import org.jspecify.annotations.NullMarked;
