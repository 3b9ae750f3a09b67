/** Speaks to Keycloak's admin API: creates accounts, finds them by their mark and removes them. */
@NullMarked
package com.allinone.identity.keycloak;

import org.jspecify.annotations.NullMarked;
