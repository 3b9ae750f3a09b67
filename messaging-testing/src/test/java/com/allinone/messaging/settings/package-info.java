/** What the bounds promise. */
@NullMarked
package com.allinone.messaging.settings;

import org.jspecify.annotations.NullMarked;
