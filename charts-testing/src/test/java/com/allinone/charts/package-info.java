/** What the charts render, seen without a tool of a cluster: Helm itself comes from Maven. */
@NullMarked
package com.allinone.charts;

import org.jspecify.annotations.NullMarked;
