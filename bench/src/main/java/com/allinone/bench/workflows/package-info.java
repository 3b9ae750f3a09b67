/** What workflow engines run in JVMs of their own: the same four durable steps, each of which writes one row. */
@NullMarked
package com.allinone.bench.workflows;

import org.jspecify.annotations.NullMarked;
