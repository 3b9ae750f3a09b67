package com.allinone.order.redriving;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The patience of {@code order.redriving}; a wrong value stops the start. */
@ApplicationScoped
class ConfiguredPatience {

    @Produces
    @Singleton
    @Startup
    Patience patience(RedrivingConfig config) {
        return new Patience(config.bound(), config.longestWait());
    }
}
