/** A TCP proxy on every way between two parts, which can cut, delay and hold what passes. */
@NullMarked
package com.allinone.chaos.proxying;

import org.jspecify.annotations.NullMarked;
