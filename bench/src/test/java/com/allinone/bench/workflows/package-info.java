@NullMarked
package com.allinone.bench.workflows;

import org.jspecify.annotations.NullMarked;
