/** The stories. Each brings its own shoppers and products, so that none depends on another. */
@NullMarked
package com.allinone.endtoend.stories;

import org.jspecify.annotations.NullMarked;
