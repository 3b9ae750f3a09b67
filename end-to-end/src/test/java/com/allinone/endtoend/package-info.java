/** Stories on the whole running shop: what it promises, told by those who use it and those who run it. */
@NullMarked
package com.allinone.endtoend;

import org.jspecify.annotations.NullMarked;
