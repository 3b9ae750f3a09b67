@NullMarked
package com.allinone.bench.messages;

import org.jspecify.annotations.NullMarked;
