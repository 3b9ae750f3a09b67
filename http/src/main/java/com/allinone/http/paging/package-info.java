/** Keyset pages: a limit and an opaque cursor. */
@NullMarked
package com.allinone.http.paging;

import org.jspecify.annotations.NullMarked;
