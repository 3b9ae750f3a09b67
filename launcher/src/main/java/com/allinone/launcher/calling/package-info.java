/** Calls HTTP APIs that speak JSON. */
@NullMarked
package com.allinone.launcher.calling;

import org.jspecify.annotations.NullMarked;
