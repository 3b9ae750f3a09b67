@NullMarked
package com.allinone.launcher.backups;

import org.jspecify.annotations.NullMarked;
