@NullMarked
package com.allinone.messaging.testing.executable;

import org.jspecify.annotations.NullMarked;
