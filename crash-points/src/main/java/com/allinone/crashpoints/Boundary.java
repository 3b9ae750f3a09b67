package com.allinone.crashpoints;

import java.util.List;

/** What is crossed at a call, and the moments around it at which a process may die. */
public enum Boundary {
    /** A transaction: everything is written and nothing is committed; it is committed and nothing else is done. */
    COMMIT,
    /** A batch from Kafka: its transaction, then its acknowledgement. */
    BATCH,
    /** A call of somebody outside: not yet asked; it has answered and nobody has heard. */
    CALL,
    /** The relay hands rows to Kafka: none sent; all acknowledged and still in the queue. */
    PUBLISH,
    /** One record of them: those before it are on their way, this one not yet; it is as well. */
    SEND;

    public List<String> moments() {
        return switch (this) {
            case COMMIT -> List.of("before-commit", "after-commit");
            case BATCH -> List.of("before-commit", "after-commit", "before-ack", "after-ack");
            case CALL -> List.of("before-call", "after-call");
            case PUBLISH -> List.of("before-publish", "after-publish");
            case SEND -> List.of("before-send", "after-send");
        };
    }
}
