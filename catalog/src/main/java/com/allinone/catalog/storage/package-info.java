/** Products in PostgreSQL. Nobody imports this room; it is found through the ports of the domain. */
@NullMarked
package com.allinone.catalog.storage;

import org.jspecify.annotations.NullMarked;
