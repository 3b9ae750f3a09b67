package com.allinone.messaging.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Access tokens as Keycloak makes them for this platform; and some that must be refused. */
public final class Tokens {

    public static final String ISSUER = "http://localhost:8080/auth/realms/allinone";
    public static final String AUDIENCE = "allinone-api";

    private Tokens() {}

    public static String shopper(UUID user) {
        return signed(valid(user, "shopper"));
    }

    public static String operator(UUID user) {
        return signed(valid(user, "operator"));
    }

    public static String auditor(UUID user) {
        return signed(valid(user, "auditor"));
    }

    public static String expired(UUID user) {
        Instant past = Instant.now().minus(Duration.ofHours(2));
        return signed(valid(user, "shopper").issuedAt(past).expiresAt(past.plusSeconds(60)));
    }

    public static String forAnotherAudience(UUID user) {
        return signed(valid(user, "shopper").audience("another-api"));
    }

    public static String fromAnotherIssuer(UUID user) {
        return signed(valid(user, "shopper").issuer("http://localhost:8080/auth/realms/another"));
    }

    /** Claims of a valid token, to be changed and then {@link #signed}. */
    public static JwtClaimsBuilder valid(UUID user, String role) {
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.toString())
                .claim("roles", List.of(role))
                .claim("preferred_username", "user-" + user)
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofMinutes(15)));
    }

    public static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(key());
    }

    private static PrivateKey key() {
        byte[] encoded = Base64.getDecoder()
                .decode(Objects.requireNonNull(
                        System.getProperty(TokenResource.PRIVATE_KEY), "TokenResource has not started"));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The test key could not be read", e);
        }
    }
}
