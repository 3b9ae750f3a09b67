/** The smallest service with an HTTP surface, and what it answers to everything that can be wrong with a request. */
@NullMarked
package com.allinone.http.notes;

import org.jspecify.annotations.NullMarked;
