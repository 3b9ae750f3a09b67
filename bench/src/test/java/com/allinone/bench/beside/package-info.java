@NullMarked
package com.allinone.bench.beside;

import org.jspecify.annotations.NullMarked;
