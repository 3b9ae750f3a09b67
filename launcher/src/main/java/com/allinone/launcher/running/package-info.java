/** Starting all parts in the right order, watching them, and stopping them. */
@NullMarked
package com.allinone.launcher.running;

import org.jspecify.annotations.NullMarked;
