/** What operators do with a service's messages: look at what is parked, redrive, discard, publish again. */
@NullMarked
package com.allinone.http.operating;

import org.jspecify.annotations.NullMarked;
