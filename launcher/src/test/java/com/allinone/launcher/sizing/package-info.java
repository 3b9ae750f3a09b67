@NullMarked
package com.allinone.launcher.sizing;

import org.jspecify.annotations.NullMarked;
