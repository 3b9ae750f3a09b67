package com.allinone.identity.domain;

import java.util.UUID;

/** The mark of one sign-up: made by us before Keycloak is asked, carried by the account that it creates there. */
public record RegistrationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
