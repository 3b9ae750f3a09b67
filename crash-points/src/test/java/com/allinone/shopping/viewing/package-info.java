/** A room that only reads. */
@NullMarked
package com.allinone.shopping.viewing;

import org.jspecify.annotations.NullMarked;
