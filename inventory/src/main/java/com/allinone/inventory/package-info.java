/** Stock per SKU and warehouse. Each room below is a use case; {@code domain} decides, {@code storage} keeps. */
@NullMarked
package com.allinone.inventory;

import org.jspecify.annotations.NullMarked;
