package com.allinone.order.domain;

import java.util.List;

/** What a state answers to an event. */
public sealed interface FulfilmentStep {

    /** The order goes on to the next state and says these messages, in order. */
    record Advanced(Fulfilment next, List<FulfilmentMessage> messages) implements FulfilmentStep {
        public Advanced {
            messages = List.copyOf(messages);
        }
    }

    /** Late or twice: nothing changes, and that is right. */
    record Ignored(String why) implements FulfilmentStep {}

    /** It cannot be: a person's wish is answered with a conflict, another service's message is parked. */
    record Refused(String why) implements FulfilmentStep {}

    static FulfilmentStep to(Fulfilment next, FulfilmentMessage... messages) {
        return new Advanced(next, List.of(messages));
    }

    static FulfilmentStep ignored(Fulfilment state, OrderEvent event) {
        return new Ignored(sentence(state, event));
    }

    static FulfilmentStep refused(Fulfilment state, OrderEvent event) {
        return new Refused(sentence(state, event));
    }

    private static String sentence(Fulfilment state, OrderEvent event) {
        return event.getClass().getSimpleName() + " at an order that is " + state.status();
    }
}
