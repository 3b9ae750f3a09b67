@NullMarked
package com.allinone.chaos.faults;

import org.jspecify.annotations.NullMarked;
