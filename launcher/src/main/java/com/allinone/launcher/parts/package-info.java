/** What a shop consists of: one class per part, which knows how to make, run, check and furnish it. */
@NullMarked
package com.allinone.launcher.parts;

import org.jspecify.annotations.NullMarked;
