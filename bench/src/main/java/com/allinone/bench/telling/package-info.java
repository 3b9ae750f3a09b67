/** What traces and logs cost: the same orders in a shop that tells of what it does, and in one that does not. */
@NullMarked
package com.allinone.bench.telling;

import org.jspecify.annotations.NullMarked;
