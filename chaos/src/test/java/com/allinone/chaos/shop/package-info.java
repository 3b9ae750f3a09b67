@NullMarked
package com.allinone.chaos.shop;

import org.jspecify.annotations.NullMarked;
