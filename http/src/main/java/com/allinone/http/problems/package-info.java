/** What is answered when a request cannot be served: RFC 9457 problem+json with a stable type and a sentence. */
@NullMarked
package com.allinone.http.problems;

import org.jspecify.annotations.NullMarked;
