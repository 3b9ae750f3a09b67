package com.allinone.identity.domain;

import java.util.UUID;

/** A person's id everywhere: made by Keycloak, the {@code sub} of their tokens, the key of messages about them. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
