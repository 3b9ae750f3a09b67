@NullMarked
package com.allinone.bench.starting;

import org.jspecify.annotations.NullMarked;
