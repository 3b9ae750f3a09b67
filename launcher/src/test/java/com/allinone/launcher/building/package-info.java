@NullMarked
package com.allinone.launcher.building;

import org.jspecify.annotations.NullMarked;
