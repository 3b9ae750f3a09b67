@NullMarked
package com.allinone.chaos.driving;

import org.jspecify.annotations.NullMarked;
