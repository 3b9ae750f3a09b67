/** What may be done to a product, and how text becomes keys; no framework. */
@NullMarked
package com.allinone.catalog.domain;

import org.jspecify.annotations.NullMarked;
