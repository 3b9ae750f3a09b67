package com.allinone.identity.keycloak;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** This service's own access token, kept until it expires. It is asked for when it is first needed, never at start. */
@ApplicationScoped
class ServiceToken {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final OidcClient client;
    private final TokensHelper tokens = new TokensHelper();

    ServiceToken(OidcClient client) {
        this.client = client;
    }

    /** The value of an Authorization header. */
    String bearer() {
        return "Bearer " + tokens.getTokens(client).await().atMost(LONGEST).getAccessToken();
    }

    /** The same with a new token, for when Keycloak no longer knows the one that is kept. */
    String renewedBearer() {
        return "Bearer "
                + tokens.getTokens(client, null, true).await().atMost(LONGEST).getAccessToken();
    }
}
