/** Claims about the provider's behaviour, each checked through real HTTP. */
@NullMarked
package com.allinone.simulator;

import org.jspecify.annotations.NullMarked;
