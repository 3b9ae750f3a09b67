/** Code with boundaries, as a service has it. */
@NullMarked
package com.allinone.shopping;

import org.jspecify.annotations.NullMarked;
