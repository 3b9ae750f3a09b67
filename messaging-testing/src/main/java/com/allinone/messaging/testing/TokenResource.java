package com.allinone.messaging.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Makes the service trust the tokens of {@link Tokens}, by a key of this run. */
public final class TokenResource implements QuarkusTestResourceLifecycleManager {

    static final String PRIVATE_KEY = "testing.token.key";

    @Override
    public Map<String, String> start() {
        KeyPair pair = pair();
        // The tests' classes live in another class loader: what they share goes through the JVM.
        System.setProperty(
                PRIVATE_KEY,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        return Map.of(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                "quarkus.oidc.token.issuer",
                Tokens.ISSUER);
    }

    @Override
    public void stop() {
        System.clearProperty(PRIVATE_KEY);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }
}
