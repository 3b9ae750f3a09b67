/** People: who they are, where they want their parcels, and how they sign up. Passwords live in Keycloak alone. */
@NullMarked
package com.allinone.identity;

import org.jspecify.annotations.NullMarked;
