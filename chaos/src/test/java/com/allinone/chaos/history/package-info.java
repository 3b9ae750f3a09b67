@NullMarked
package com.allinone.chaos.history;

import org.jspecify.annotations.NullMarked;
