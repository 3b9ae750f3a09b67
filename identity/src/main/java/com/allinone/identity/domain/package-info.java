/** What a person, a sign-up and an address are, and what is decided about them. Knows no framework. */
@NullMarked
package com.allinone.identity.domain;

import org.jspecify.annotations.NullMarked;
