@NullMarked
package com.allinone.bench.generating;

import org.jspecify.annotations.NullMarked;
