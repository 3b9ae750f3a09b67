@NullMarked
package com.allinone.chaos.commands;

import org.jspecify.annotations.NullMarked;
