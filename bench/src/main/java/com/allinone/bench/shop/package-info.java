/** A shop of its own to be measured, with everything on its shelves. */
@NullMarked
package com.allinone.bench.shop;

import org.jspecify.annotations.NullMarked;
