/** Drills: what an alert is for is caused on the running shop, and a real Prometheus shows that it fires and clears. */
@NullMarked
package com.allinone.launcher.drilling;

import org.jspecify.annotations.NullMarked;
