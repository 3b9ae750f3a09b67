@NullMarked
package com.allinone.launcher;

import org.jspecify.annotations.NullMarked;
