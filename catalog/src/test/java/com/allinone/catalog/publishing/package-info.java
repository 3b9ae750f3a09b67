/** What other services get to read. */
@NullMarked
package com.allinone.catalog.publishing;

import org.jspecify.annotations.NullMarked;
