package com.allinone.http.callers;

import com.allinone.http.problems.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who is calling, from the token that this service has verified itself. */
@RequestScoped
public class Caller {

    public static final String SHOPPER = "shopper";
    public static final String OPERATOR = "operator";
    public static final String AUDITOR = "auditor";

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The subject of the token. */
    public UUID userId() {
        return subject()
                .orElseThrow(() -> Problem.of(
                                401,
                                "not-signed-in",
                                "The access token has no subject that is a user's id; sign in again")
                        .header("WWW-Authenticate", "Bearer"));
    }

    /** A text claim of the token, as in {@code email}. */
    public Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof org.eclipse.microprofile.jwt.JsonWebToken token
                ? Optional.ofNullable(token.<Object>getClaim(name)).map(Object::toString)
                : Optional.empty();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    private Optional<UUID> subject() {
        return claim("sub").flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
