@NullMarked
package com.allinone.launcher.parts;

import org.jspecify.annotations.NullMarked;
