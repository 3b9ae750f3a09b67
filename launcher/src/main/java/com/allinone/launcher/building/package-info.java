/** Builds what a shop runs: only what is missing or older than its sources. */
@NullMarked
package com.allinone.launcher.building;

import org.jspecify.annotations.NullMarked;
