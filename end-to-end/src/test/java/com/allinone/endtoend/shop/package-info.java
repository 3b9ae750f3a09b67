/** The shop that the stories are told of: one for all of them, started by {@code ./shop} as anybody would start it. */
@NullMarked
package com.allinone.endtoend.shop;

import org.jspecify.annotations.NullMarked;
