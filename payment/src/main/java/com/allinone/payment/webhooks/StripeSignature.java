package com.allinone.payment.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The provider's signature of a webhook: HMAC-SHA256 over its time, a dot and the body.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Stripe, verify webhook signatures manually</a>
 */
final class StripeSignature {

    private static final int LONGEST_HEADER = 2048;

    private final SecretKeySpec key;
    private final Duration age;

    StripeSignature(String secret, Duration age) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("payment.webhook.secret must not be empty: anybody could sign with it");
        }
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        this.age = age;
    }

    /** What came of a check. */
    enum Verdict {
        GENUINE,
        FORGED,
        STALE
    }

    Verdict check(String header, byte[] body, Instant now) {
        if (header.length() > LONGEST_HEADER) {
            return Verdict.FORGED;
        }
        var time = "";
        List<String> signatures = new ArrayList<>();
        for (var part : header.split(",", -1)) {
            if (part.startsWith("t=")) {
                time = part.substring(2);
            } else if (part.startsWith("v1=")) {
                signatures.add(part.substring(3));
            }
        }
        var expected = hmac(time, body).getBytes(US_ASCII);
        boolean genuine =
                signatures.stream().anyMatch(given -> MessageDigest.isEqual(expected, given.getBytes(US_ASCII)));
        if (!genuine) {
            return Verdict.FORGED;
        }
        return isFresh(time, now) ? Verdict.GENUINE : Verdict.STALE;
    }

    private boolean isFresh(String time, Instant now) {
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(time));
            return Duration.between(at, now).abs().compareTo(age) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException noTime) {
            return false;
        }
    }

    private String hmac(String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException("HmacSHA256 is missing", everyJdkHasIt);
        }
    }
}
