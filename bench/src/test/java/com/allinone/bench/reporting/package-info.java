@NullMarked
package com.allinone.bench.reporting;

import org.jspecify.annotations.NullMarked;
