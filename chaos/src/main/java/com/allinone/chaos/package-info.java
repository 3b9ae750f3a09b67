/** Breaks a running shop on purpose, and proves that every order, every unit and every coin is accounted for. */
@NullMarked
package com.allinone.chaos;

import org.jspecify.annotations.NullMarked;
