package com.allinone.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stripe's webhook signature: HMAC-SHA256 over the time, a dot and the body. */
record Signature(String secret) {

    String header(Instant at, String body) {
        var time = at.getEpochSecond();
        return "t=" + time + ",v1=" + hmac(time + "." + body);
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((secret.isEmpty() ? "-" : secret).getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException("HmacSHA256 is missing", everyJdkHasIt);
        }
    }
}
