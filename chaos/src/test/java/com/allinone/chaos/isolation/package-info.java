@NullMarked
package com.allinone.chaos.isolation;

import org.jspecify.annotations.NullMarked;
