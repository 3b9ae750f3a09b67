/** Shoppers along the shelves, through HTTP. */
@NullMarked
package com.allinone.catalog.browsing;

import org.jspecify.annotations.NullMarked;
