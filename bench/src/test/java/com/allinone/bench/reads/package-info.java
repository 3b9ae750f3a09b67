@NullMarked
package com.allinone.bench.reads;

import org.jspecify.annotations.NullMarked;
