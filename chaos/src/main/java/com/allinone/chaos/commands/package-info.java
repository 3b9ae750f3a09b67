/** The commands that ./shop gets from here. */
@NullMarked
package com.allinone.chaos.commands;

import org.jspecify.annotations.NullMarked;
