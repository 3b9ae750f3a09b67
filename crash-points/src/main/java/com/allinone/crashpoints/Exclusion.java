package com.allinone.crashpoints;

import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Transactions that only read have no boundary: whoever dies in one has lost an answer and nothing else. What is
 * excluded here is believed by nobody: the agent reports an excluded transaction that wrote.
 */
final class Exclusion {

    private static final String GET = "Ljakarta/ws/rs/GET;";
    private static final Map<String, List<String>> BY_NAME = Map.of(
            "measures",
            List.of(
                    "DifferenceMetrics.look",
                    "HeldStockMetrics.look",
                    "JdbcUnresolvedPayments.count",
                    "OutboxLag.look",
                    "ParkedGauges.look",
                    "SagaGauges.look"),
            "answers a question",
            List.of(
                    "AddressBook.of",
                    "JdbcBooks.balances",
                    "JdbcBooks.page",
                    "JdbcPaymentRecords.of",
                    "JdbcReservationRecords.of",
                    "LogLevels.wished",
                    "MessageRecords.heard",
                    "MessageRecords.of",
                    "Operating.audit",
                    "Operating.keys",
                    "Operating.message",
                    "Operating.messages",
                    "Profiles.byId",
                    "ShelvesResource.product",
                    "SigningUp.activate#2",
                    "UnfinishedSignUps.known"),
            "looks what there is to do",
            List.of("Reconciling.takeOn", "Retention.make"));

    private Exclusion() {}

    static Optional<String> of(String owner, MethodModel method, String site) {
        if (owner.contains("/viewing/")) {
            return Optional.of("in a room that views");
        }
        boolean get = method.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(present -> present.annotations().stream()
                        .anyMatch(annotation -> annotation.className().equalsString(GET)))
                .orElse(false);
        return get ? Optional.of("answers a GET") : byName(site);
    }

    private static Optional<String> byName(String site) {
        return BY_NAME.entrySet().stream()
                .filter(why -> why.getValue().contains(site))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
