/** Corrects stock after somebody counted: what was lost or broken goes, what was found comes. */
@NullMarked
package com.allinone.inventory.adjusting;

import org.jspecify.annotations.NullMarked;
