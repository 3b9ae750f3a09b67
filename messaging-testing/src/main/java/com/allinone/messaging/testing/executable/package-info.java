/**
 * What a native executable is not told by itself: it holds only the classes, members and files that the build could
 * see. So what is written or read as JSON by hand, and what is opened by name, has to be registered; these look for it
 * in the byte code.
 */
@NullMarked
package com.allinone.messaging.testing.executable;

import org.jspecify.annotations.NullMarked;
