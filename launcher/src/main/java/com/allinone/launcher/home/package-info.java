/** Where a shop lives: its directory, its ports and addresses, and the secrets that were made for it once. */
@NullMarked
package com.allinone.launcher.home;

import org.jspecify.annotations.NullMarked;
