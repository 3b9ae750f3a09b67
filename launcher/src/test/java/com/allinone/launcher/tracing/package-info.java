@NullMarked
package com.allinone.launcher.tracing;

import org.jspecify.annotations.NullMarked;
