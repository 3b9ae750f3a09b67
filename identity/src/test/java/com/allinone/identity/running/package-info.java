/** A real Keycloak for the tests, a line to it that can be cut, and words for what a client of the API does. */
@NullMarked
package com.allinone.identity.running;

import org.jspecify.annotations.NullMarked;
