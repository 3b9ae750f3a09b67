package com.allinone.messaging.inbox;

import com.allinone.messaging.MessageHandler;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Counts every consumer from zero: an alert sees the first parked message only if it saw none before. */
@ApplicationScoped
public class KnownConsumers {

    private final InboxMetrics metrics;
    private final List<MessageHandler> handlers;

    public KnownConsumers(InboxMetrics metrics, @All List<MessageHandler> handlers) {
        this.metrics = metrics;
        this.handlers = List.copyOf(handlers);
    }

    void atStart(@Observes StartupEvent event) {
        handlers.forEach(handler -> metrics.known(handler.consumer()));
    }
}
