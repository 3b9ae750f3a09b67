@NullMarked
package com.allinone.launcher.delivering;

import org.jspecify.annotations.NullMarked;
