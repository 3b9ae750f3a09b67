package com.allinone.identity.publishing;

import com.allinone.identity.domain.Person;
import com.allinone.messaging.OutgoingMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Makes the messages of the topic {@code identity.events}, keyed by user id. */
@RegisterForReflection(targets = UserRegistered.class)
public final class IdentityEvents {

    public static final String TOPIC = "identity.events";

    private IdentityEvents() {}

    /** Said once, when someone becomes known. */
    public static OutgoingMessage registered(Person person) {
        return new OutgoingMessage(
                TOPIC,
                person.id().toString(),
                UserRegistered.TYPE,
                new UserRegistered(person.id().value(), person.registeredAt()));
    }
}
