/** Signing up: two halves, Keycloak's and ours, of which there are both or none. */
@NullMarked
package com.allinone.identity.registering;

import org.jspecify.annotations.NullMarked;
