@NullMarked
package com.allinone.launcher.processes;

import org.jspecify.annotations.NullMarked;
