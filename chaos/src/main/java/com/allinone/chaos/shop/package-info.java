/** The shop that is broken: its parts led through proxies, its disks, its processes, its databases. */
@NullMarked
package com.allinone.chaos.shop;

import org.jspecify.annotations.NullMarked;
