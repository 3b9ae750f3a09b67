/** What a fresh shop is tried out with: people who can sign in, stock on the shelves, an order to watch. */
@NullMarked
package com.allinone.launcher.demo;

import org.jspecify.annotations.NullMarked;
