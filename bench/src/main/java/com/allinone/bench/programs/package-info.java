/** Programs of the bench that run in a JVM of their own, and are asked and answer in lines of JSON. */
@NullMarked
package com.allinone.bench.programs;

import org.jspecify.annotations.NullMarked;
