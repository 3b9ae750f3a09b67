/** What a shop costs before anybody comes: how long parts take to start, and what they hold while idle. */
@NullMarked
package com.allinone.bench.starting;

import org.jspecify.annotations.NullMarked;
