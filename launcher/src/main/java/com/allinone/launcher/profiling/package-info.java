/** Looks inside a part that runs on the JVM, with the JDK's own tools and without touching its start. */
@NullMarked
package com.allinone.launcher.profiling;

import org.jspecify.annotations.NullMarked;
