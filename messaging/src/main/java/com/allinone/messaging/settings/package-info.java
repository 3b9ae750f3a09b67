/** The bounds of what may be configured. */
@NullMarked
package com.allinone.messaging.settings;

import org.jspecify.annotations.NullMarked;
