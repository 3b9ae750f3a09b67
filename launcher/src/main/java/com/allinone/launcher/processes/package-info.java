/**
 * Operating-system processes that outlive the command that started them: started in a process group of their own,
 * found again by pid and start time, stopped for certain. There is no supervisor; the files in {@code run/} are all
 * that is remembered.
 */
@NullMarked
package com.allinone.launcher.processes;

import org.jspecify.annotations.NullMarked;
