/** How much of everything so many orders a second take, and what it costs: pure arithmetic over figures in files. */
@NullMarked
package com.allinone.launcher.sizing;

import org.jspecify.annotations.NullMarked;
