/** What the shop sells: products, shelves, prices and the search for them. */
@NullMarked
package com.allinone.catalog;

import org.jspecify.annotations.NullMarked;
