@NullMarked
package com.allinone.bench.growth;

import org.jspecify.annotations.NullMarked;
