package com.allinone.chaos.driving;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of a request. */
public sealed interface Answer {
    /** It was answered with something that says what happened. */
    record Said(int status, JsonNode body, String etag) implements Answer {
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    /** Nobody knows what happened: no answer, or one that says only that something went wrong. */
    record Unknown(String why) implements Answer {}

    /** It was not even looked at, and may be tried again: not signed in, too many requests. */
    record TurnedAway(int status) implements Answer {}
}
