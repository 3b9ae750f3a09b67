package com.allinone.bench.shop;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Access tokens of as many people as a bench needs. Keycloak hashes a password for each that it gives out, which takes
 * far longer than an order does; so it is given one more key for the realm, and tokens are signed with that one here.
 * Services get the key from Keycloak as they get any, and verify every token in full.
 */
public final class Tokens {
    private static final Duration LIFE = Duration.ofHours(6);
    private static final String REALM = "/admin/realms/allinone";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final String keyId;
    private final String issuer;
    private final Clock clock;

    private Tokens(KeyPair keys, String keyId, String issuer, Clock clock) {
        this.keys = keys;
        this.keyId = keyId;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Makes the key known to the shop's Keycloak, which must run. */
    public static Tokens of(Site site, Clock clock) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            var keycloak = JsonCalls.to("http://127.0.0.1:" + site.ports().keycloak() + "/auth");
            publish(keycloak, site, keys);
            var keyId = keyId(keycloak, (RSAPublicKey) keys.getPublic());
            return new Tokens(keys, keyId, site.ports().issuer(), clock);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } catch (IOException failed) {
            throw Failure.part("keycloak did not take the key for the shoppers' tokens: " + failed.getMessage() + ".");
        }
    }

    /** A token each of so many different shoppers. */
    public List<String> shoppers(int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> token(new UUID(0xbe4c_0000_0000_4000L, 0x8000_0000_0000_0000L | number), "shopper"))
                .toList();
    }

    public String operator() {
        return token(new UUID(0xbe4c_0000_0000_4000L, 0x9000_0000_0000_0000L), "operator");
    }

    private String token(UUID subject, String role) {
        var now = clock.instant();
        var header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .put("kid", keyId);
        var claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", issuer)
                .put("aud", "allinone-api")
                .put("sub", subject.toString())
                .put("typ", "Bearer")
                .put("azp", "shop-cli")
                .put("jti", UUID.randomUUID().toString())
                .put("preferred_username", "bench-" + subject)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond());
        claims.putArray("roles").add(role);
        var signed = encoded(header) + "." + encoded(claims);
        return signed + "." + URL.encodeToString(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String encoded(ObjectNode json) {
        return URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void publish(JsonCalls keycloak, Site site, KeyPair keys) throws IOException {
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "shop-launcher",
                "client_secret",
                site.secrets().get("keycloak.admin"));
        var reply = keycloak.postForm("/realms/master/protocol/openid-connect/token", form);
        var admin = keycloak.as(reply.body().path("access_token").asText());
        var pem = "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(
                        Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded()));
        var component = JsonNodeFactory.instance
                .objectNode()
                .put("name", "bench-" + UUID.randomUUID())
                .put("providerId", "rsa")
                .put("providerType", "org.keycloak.keys.KeyProvider")
                .put("parentId", admin.get(REALM).body().path("id").asText());
        var config = component.putObject("config");
        config.putArray("privateKey").add(pem);
        config.putArray("algorithm").add("RS256");
        config.putArray("enabled").add("true");
        config.putArray("active").add("true");
        // Behind the realm's own: whoever signs in gets a token as ever.
        config.putArray("priority").add("-1");
        var added = admin.post(REALM + "/components", component, Map.of());
        if (!added.succeeded()) {
            throw new IOException(added.problem() + " " + added.body());
        }
    }

    private static String keyId(JsonCalls keycloak, RSAPublicKey key) throws IOException {
        var reply = keycloak.get("/realms/allinone/protocol/openid-connect/certs");
        return StreamSupport.stream(reply.body().path("keys").spliterator(), false)
                .filter(known -> known.path("kty").asText().equals("RSA"))
                .filter(known -> modulus(known.path("n").asText()).equals(key.getModulus()))
                .map(known -> known.path("kid").asText())
                .findFirst()
                .orElseThrow(() -> new IOException("its key is not among the realm's"));
    }

    private static BigInteger modulus(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }
}
