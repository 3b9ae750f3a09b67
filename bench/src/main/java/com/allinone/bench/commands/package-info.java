/** The command that ./shop gets from here. */
@NullMarked
package com.allinone.bench.commands;

import org.jspecify.annotations.NullMarked;
