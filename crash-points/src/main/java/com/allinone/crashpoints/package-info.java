/**
 * The boundaries at which a process may die, found in the code and named, and a Java agent that halts a process at the
 * one it is given. It is on no service's class path and in no image: a test puts it into a process that it starts.
 */
@NullMarked
package com.allinone.crashpoints;

import org.jspecify.annotations.NullMarked;
