/** Walking along the shelves: pages of products, one product, the shelves themselves. Anyone may. */
@NullMarked
package com.allinone.catalog.browsing;

import org.jspecify.annotations.NullMarked;
