/** Strict JSON in, plain JSON out. */
@NullMarked
package com.allinone.http.json;

import org.jspecify.annotations.NullMarked;
