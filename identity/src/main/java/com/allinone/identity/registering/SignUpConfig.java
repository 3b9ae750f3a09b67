package com.allinone.identity.registering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When sign-ups that nobody finished are undone. */
@ConfigMapping(prefix = "identity.sign-up")
public interface SignUpConfig {

    /**
     * How long a sign-up may stay unfinished, at least 30 s: longer than every answer of Keycloak that is waited for,
     * so that nothing is undone which is still being done.
     */
    @WithDefault("PT1M")
    Duration grace();

    /** How often unfinished ones are looked for; {@code off} for never. */
    @WithDefault("PT15S")
    String sweepEvery();
}
