/** Tells the other services, as messages, what happened to products. */
@NullMarked
package com.allinone.catalog.publishing;

import org.jspecify.annotations.NullMarked;
