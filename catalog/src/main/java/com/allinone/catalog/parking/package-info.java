/** What operators do with this service's messages: look at what is parked, redrive, discard, publish again. */
@NullMarked
package com.allinone.catalog.parking;

import org.jspecify.annotations.NullMarked;
