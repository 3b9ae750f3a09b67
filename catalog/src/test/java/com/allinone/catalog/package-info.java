/** What the tests of all rooms share: products to try things on, the running service, the arrows between rooms. */
@NullMarked
package com.allinone.catalog;

import org.jspecify.annotations.NullMarked;
