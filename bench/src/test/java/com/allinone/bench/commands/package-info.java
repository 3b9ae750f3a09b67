@NullMarked
package com.allinone.bench.commands;

import org.jspecify.annotations.NullMarked;
