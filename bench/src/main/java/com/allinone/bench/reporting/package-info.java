/** What is printed: tables for people, JSON for whoever recomputes. */
@NullMarked
package com.allinone.bench.reporting;

import org.jspecify.annotations.NullMarked;
