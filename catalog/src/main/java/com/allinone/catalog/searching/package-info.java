/** Finding products by what a shopper types, in Korean or English, misspelled or not. Anyone may. */
@NullMarked
package com.allinone.catalog.searching;

import org.jspecify.annotations.NullMarked;
