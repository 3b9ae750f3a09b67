package com.allinone.messaging;

import java.util.UUID;

/** Makes the ids of messages: UUIDv7, so that a range of ids is a range of time. */
@FunctionalInterface
public interface MessageIds {

    UUID next();
}
