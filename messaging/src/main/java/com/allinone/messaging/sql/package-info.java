/** One database transaction that carries state and messages together, and the few lines of JDBC around it. */
@NullMarked
package com.allinone.messaging.sql;

import org.jspecify.annotations.NullMarked;
