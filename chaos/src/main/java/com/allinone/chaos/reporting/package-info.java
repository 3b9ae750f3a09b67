/** The table and the JSON that a run ends with. */
@NullMarked
package com.allinone.chaos.reporting;

import org.jspecify.annotations.NullMarked;
