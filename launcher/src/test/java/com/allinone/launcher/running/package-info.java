@NullMarked
package com.allinone.launcher.running;

import org.jspecify.annotations.NullMarked;
