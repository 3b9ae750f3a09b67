/** Shoppers looking for something, through HTTP, among the seeded products. */
@NullMarked
package com.allinone.catalog.searching;

import org.jspecify.annotations.NullMarked;
