package com.allinone.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.payment.webhooks.StripeSignature.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeSignatureTest {

    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(UTF_8);
    private static final long TIME = 1_795_000_000;
    /** HMAC-SHA256 with key "whsec_known" over 1795000000.{"id":"evt_1"}, as openssl computes it. */
    private static final String KNOWN = "c27ab4009270db14e9c74a6c808cba2649686b7927937771482abf1a3c20e499";

    private final StripeSignature signature = new StripeSignature("whsec_known", Duration.ofMinutes(5));

    @Test
    void believesAGenuineSignatureAlsoBesideAnotherOne() {
        assertThat(check("t=" + TIME + ",v1=" + KNOWN, TIME)).isEqualTo(Verdict.GENUINE);
        assertThat(check("t=" + TIME + ",v1=00ff,v1=" + KNOWN + ",v0=x", TIME)).isEqualTo(Verdict.GENUINE);
    }

    @ParameterizedTest
    @CsvSource({"300,GENUINE", "301,STALE", "-300,GENUINE", "-301,STALE"})
    void believesItForFiveMinutesAroundItsTime(long later, Verdict verdict) {
        assertThat(check("t=" + TIME + ",v1=" + KNOWN, TIME + later)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=,v1=", "v1=", "t=1795000000", "t=1795000000,v1=", "t=1795000000,v0=", "t=a,v1=b"})
    void believesNothingElse(String header) {
        assertThat(check(header, TIME)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void doesNotBelieveASignatureOfAnotherTimeBodyOrSecret() {
        var other = new StripeSignature("whsec_other", Duration.ofMinutes(5));
        var now = Instant.ofEpochSecond(TIME);

        assertThat(check("t=" + (TIME + 1) + ",v1=" + KNOWN, TIME)).isEqualTo(Verdict.FORGED);
        assertThat(signature.check("t=" + TIME + ",v1=" + KNOWN, "{}".getBytes(UTF_8), now))
                .isEqualTo(Verdict.FORGED);
        assertThat(other.check("t=" + TIME + ",v1=" + KNOWN, BODY, now)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void readsNoEndlessHeader() {
        assertThat(check("t=" + TIME + ",v1=" + KNOWN + ",v1=0".repeat(1000), TIME))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void doesNotWorkWithoutASecret() {
        assertThatThrownBy(() -> new StripeSignature(" ", Duration.ofMinutes(5)))
                .hasMessageContaining("payment.webhook.secret");
    }

    private Verdict check(String header, long now) {
        return signature.check(header, BODY, Instant.ofEpochSecond(now));
    }
}
