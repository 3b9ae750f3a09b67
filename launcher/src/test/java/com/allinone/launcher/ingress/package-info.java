@NullMarked
package com.allinone.launcher.ingress;

import org.jspecify.annotations.NullMarked;
