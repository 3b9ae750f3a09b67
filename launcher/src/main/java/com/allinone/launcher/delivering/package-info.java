/** Which image runs in which environment: a promotion and a way back are commits to gitops/, made after asking what they break. */
@NullMarked
package com.allinone.launcher.delivering;

import org.jspecify.annotations.NullMarked;
