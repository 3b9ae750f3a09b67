@NullMarked
package com.allinone.chaos.reporting;

import org.jspecify.annotations.NullMarked;
