/** People and addresses in PostgreSQL. */
@NullMarked
package com.allinone.identity.storage;

import org.jspecify.annotations.NullMarked;
