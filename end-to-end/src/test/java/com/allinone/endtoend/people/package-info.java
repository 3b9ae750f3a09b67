/** Who uses the shop, and the words for what they do; everything goes through the ingress. */
@NullMarked
package com.allinone.endtoend.people;

import org.jspecify.annotations.NullMarked;
