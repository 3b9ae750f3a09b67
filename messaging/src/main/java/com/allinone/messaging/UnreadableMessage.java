package com.allinone.messaging;

/** The message can never be handled as it is: it has no envelope, an unknown type, or a body that does not fit. */
public final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String why) {
        super(why);
    }

    public UnreadableMessage(String why, Throwable cause) {
        super(why, cause);
    }
}
