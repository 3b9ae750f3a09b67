package com.allinone.payment.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which webhooks are listened to. */
@ConfigMapping(prefix = "payment.webhook")
public interface WebhookConfig {

    /** What the provider signs with. */
    @WithDefault("${payment.provider.webhook-secret}")
    String secret();

    /** How old, or how far ahead, a signature may be. */
    @WithDefault("PT5M")
    Duration age();
}
