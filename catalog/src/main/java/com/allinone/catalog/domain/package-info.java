/**
 * What the shop sells and what may be done to it. Plain Java: no framework, no database, no HTTP.
 *
 * <p>What a value cannot be is refused with an {@link IllegalArgumentException} whose message is the rest of a sentence
 * ("must be …"): whoever read the value puts the name of its field in front.
 */
@NullMarked
package com.allinone.catalog.domain;

import org.jspecify.annotations.NullMarked;
