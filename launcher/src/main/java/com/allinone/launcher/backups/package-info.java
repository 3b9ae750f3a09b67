/** Base backups of the shop's databases, and the way back to a moment between one of them and now. */
@NullMarked
package com.allinone.launcher.backups;

import org.jspecify.annotations.NullMarked;
