/** What people do to messages, and the memory of who did what and why. */
@NullMarked
package com.allinone.messaging.operating;

import org.jspecify.annotations.NullMarked;
