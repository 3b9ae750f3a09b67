/** What this service says: the bodies of its messages and where each goes. */
@NullMarked
package com.allinone.order.publishing;

import org.jspecify.annotations.NullMarked;
