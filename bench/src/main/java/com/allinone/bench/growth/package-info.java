/** Whether orders become slower as a shop grows: with its history, and with replicas. */
@NullMarked
package com.allinone.bench.growth;

import org.jspecify.annotations.NullMarked;
