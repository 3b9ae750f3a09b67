/** The tables of messaging in PostgreSQL. Nobody imports this room; its classes are found by what they implement. */
@NullMarked
package com.allinone.messaging.storage;

import org.jspecify.annotations.NullMarked;
