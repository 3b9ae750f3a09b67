package com.allinone.identity.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up as it is stored.
 *
 * @param requestKey null once it is forgotten, and for people who were first met with a token
 * @param email null only for people who were first met with a token
 */
public record WrittenSignUp(
        RegistrationId id,
        @Nullable String requestKey,
        @Nullable Email email,
        PersonName name,
        Progress progress) {

    /** How far it has come. */
    public sealed interface Progress {

        /** Keycloak is being asked, or nobody knows whether it was. */
        record Pending() implements Progress {}

        /** It is being taken back; nothing may finish it any more. */
        record Undoing() implements Progress {}

        /** Both halves exist. */
        record Active(UserId id, Instant registeredAt) implements Progress {}
    }
}
