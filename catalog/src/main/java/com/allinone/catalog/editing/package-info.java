/** Listing, repricing and retiring products, by operators, and by the seed that fills an empty shop. */
@NullMarked
package com.allinone.catalog.editing;

import org.jspecify.annotations.NullMarked;
