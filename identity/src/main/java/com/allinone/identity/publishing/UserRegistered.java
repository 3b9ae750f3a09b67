package com.allinone.identity.publishing;

import java.time.Instant;
import java.util.UUID;

/** The body of {@code user.registered.v1}. */
public record UserRegistered(UUID userId, Instant registeredAt) {

    public static final String TYPE = "user.registered.v1";
}
