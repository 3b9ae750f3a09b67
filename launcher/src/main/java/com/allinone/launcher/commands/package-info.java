/** The commands of {@code ./shop}: what a person types, what is printed, and which exit code ends it. */
@NullMarked
package com.allinone.launcher.commands;

import org.jspecify.annotations.NullMarked;
