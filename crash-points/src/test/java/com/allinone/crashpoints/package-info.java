@NullMarked
package com.allinone.crashpoints;

import org.jspecify.annotations.NullMarked;
