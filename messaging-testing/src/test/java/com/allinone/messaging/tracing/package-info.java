@NullMarked
package com.allinone.messaging.tracing;

import org.jspecify.annotations.NullMarked;
