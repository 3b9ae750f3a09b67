package com.allinone.http.callers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Access tokens that this service has verified, by their SHA-256, so that the next requests with the same token need no
 * signature check: each for a minute at most, and never beyond its own expiry. So a signing key that was withdrawn is
 * good for a minute longer. Nothing that was refused is remembered.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    static final int MOST = 10_000;
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final String REMEMBERED = "remembered";

    private final Cache<ByteBuffer, SecurityIdentity> verified = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(untilItExpires())
            .build();

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Asked before whoever verifies. */
    @Override
    public int priority() {
        return SYSTEM_FIRST + 1;
    }

    /** Who sent this token before; nobody, and the next provider verifies it, if nobody did. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        SecurityIdentity known = verified.getIfPresent(hash(request.getToken().getToken()));
        return known == null ? Uni.createFrom().nullItem() : Uni.createFrom().item(known);
    }

    /** Remembers who was verified just now; nothing of the request that they came with. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getAttribute(REMEMBERED) == null && identity.getPrincipal() instanceof JsonWebToken caller) {
            TokenCredential token = identity.getCredential(TokenCredential.class);
            if (token != null) {
                verified.asMap().computeIfAbsent(hash(token.getToken()), none -> alone(caller, token, identity));
            }
        }
        return Uni.createFrom().item(identity);
    }

    boolean remembers(String token) {
        return verified.getIfPresent(hash(token)) != null;
    }

    private static SecurityIdentity alone(JsonWebToken caller, TokenCredential token, SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(caller)
                .addCredential(token)
                .addRoles(identity.getRoles())
                .addAttribute(REMEMBERED, true)
                .build();
    }

    private static Expiry<ByteBuffer, SecurityIdentity> untilItExpires() {
        return Expiry.creating((token, identity) -> {
            long expiry = ((JsonWebToken) identity.getPrincipal()).getExpirationTime();
            Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(expiry));
            return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
        });
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
