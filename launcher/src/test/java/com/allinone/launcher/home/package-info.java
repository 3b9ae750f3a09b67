@NullMarked
package com.allinone.launcher.home;

import org.jspecify.annotations.NullMarked;
