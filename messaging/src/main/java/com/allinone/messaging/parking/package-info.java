/** Where a message that cannot be handled waits for a person, with its key's later messages behind it. */
@NullMarked
package com.allinone.messaging.parking;

import org.jspecify.annotations.NullMarked;
