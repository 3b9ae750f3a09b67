package com.allinone.crashpoints;

import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.util.Map;
import java.util.Optional;

/**
 * Transactions that only read have no boundary: whoever dies in one has lost an answer and nothing else. What is
 * excluded here is believed by nobody: the agent reports an excluded transaction that wrote.
 */
final class Exclusion {

    private static final String GET = "Ljakarta/ws/rs/GET;";
    private static final Map<String, String> BY_NAME = Map.of(
            "OutboxLag.look", "measures",
            "ParkedGauges.look", "measures",
            "SagaGauges.look", "measures",
            "Retention.make", "lists the days that are missing",
            "JdbcBooks.page", "answers a question",
            "JdbcBooks.balances", "answers a question",
            "Operating.keys", "answers a question",
            "Operating.messages", "answers a question",
            "Operating.message", "answers a question",
            "Operating.audit", "answers a question");

    private Exclusion() {}

    static Optional<String> of(String owner, MethodModel method, String site) {
        if (owner.contains("/viewing/")) {
            return Optional.of("in a room that views");
        }
        boolean get = method.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(present -> present.annotations().stream()
                        .anyMatch(annotation -> annotation.className().equalsString(GET)))
                .orElse(false);
        return get ? Optional.of("answers a GET") : Optional.ofNullable(BY_NAME.get(site));
    }
}
