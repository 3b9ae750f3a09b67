/** What is read most, beside the same bytes from a bare endpoint. */
@NullMarked
package com.allinone.bench.reads;

import org.jspecify.annotations.NullMarked;
