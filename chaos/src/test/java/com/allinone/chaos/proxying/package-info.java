@NullMarked
package com.allinone.chaos.proxying;

import org.jspecify.annotations.NullMarked;
