/** What the shop is measured beside. */
@NullMarked
package com.allinone.bench.beside;

import org.jspecify.annotations.NullMarked;
