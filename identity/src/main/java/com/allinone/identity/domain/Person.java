package com.allinone.identity.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone the shop knows.
 *
 * @param email null for an account that was made in Keycloak without one
 * @param version starts at 1, one more with each change
 */
public record Person(UserId id, @Nullable Email email, PersonName name, long version, Instant registeredAt) {

    /** The person that a sign-up makes. */
    public static Person registered(UserId id, @Nullable Email email, PersonName name, Instant at) {
        return new Person(id, email, name, 1, at);
    }
}
