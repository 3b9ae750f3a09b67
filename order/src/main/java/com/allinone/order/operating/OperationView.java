package com.allinone.order.operating;

import com.allinone.order.domain.Operation;
import com.allinone.order.domain.Operation.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as operators and auditors see it.
 *
 * @param outcome null while its message is on its way
 * @param detail what came of it, in a sentence
 */
@RegisterForReflection
public record OperationView(
        UUID id,
        UUID orderId,
        String action,
        @Nullable String reason,
        UUID operatorId,
        Instant askedAt,
        @Nullable Outcome outcome,
        @Nullable String detail,
        @Nullable Instant answeredAt) {

    static OperationView of(Operation operation) {
        Operation.Answer answer = operation.answer();
        return new OperationView(
                operation.id(),
                operation.order().value(),
                operation.action(),
                operation.reason(),
                operation.operator(),
                operation.askedAt(),
                answer == null ? null : answer.outcome(),
                answer == null ? null : answer.detail(),
                answer == null ? null : answer.at());
    }
}
