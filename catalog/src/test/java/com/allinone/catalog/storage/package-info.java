/** The SQL on a real PostgreSQL, without the service around it. */
@NullMarked
package com.allinone.catalog.storage;

import org.jspecify.annotations.NullMarked;
