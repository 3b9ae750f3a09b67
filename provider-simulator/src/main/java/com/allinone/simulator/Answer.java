package com.allinone.simulator;

/**
 * What goes back to the caller, or fails to.
 *
 * @param delivery whether the caller ever sees it: what is answered and what arrives are two things
 */
record Answer(int status, String body, Delivery delivery) {

    enum Delivery {
        SENT,
        /** The connection stays open and silent. */
        HANGS,
        /** The connection is closed without a byte. */
        RESET
    }

    static Answer of(int status, Object body) {
        return new Answer(status, Json.text(body), Delivery.SENT);
    }

    Answer that(Delivery delivery) {
        return new Answer(status, body, delivery);
    }
}
