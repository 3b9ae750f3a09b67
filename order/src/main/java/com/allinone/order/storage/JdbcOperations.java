package com.allinone.order.storage;

import static java.util.stream.Collectors.toMap;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.Operation.Answer;
import com.allinone.order.domain.Operation.Outcome;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Operators' actions in {@code operation}. */
@ApplicationScoped
public class JdbcOperations implements Operations {

    private static final UUID BEYOND = new UUID(-1L, -1L);
    private static final String ADD = """
            insert into operation (operation_id, order_id, action, reason, operator_id, asked_at, outcome, detail,
                                   answered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COLUMNS = """
            select operation_id, order_id, action, reason, operator_id, asked_at, outcome, detail, answered_at
              from operation
            """;
    private static final String LOCK = COLUMNS + " where operation_id = any(?) order by operation_id for update";
    private static final String OF_ORDER =
            COLUMNS + " where order_id = ? and operation_id < ? order by operation_id desc limit ?";
    private static final String FIND = COLUMNS + " where order_id = ? and operation_id = ?";
    private static final String ANSWER = """
            update operation set outcome = ?, detail = ?, answered_at = ? where operation_id = ? and outcome is null""";

    @Override
    public void add(Transaction transaction, Collection<Operation> operations) {
        for (Operation operation : operations) {
            Answer answer = operation.answer();
            transaction
                    .sql(ADD)
                    .bind(operation.id())
                    .bind(operation.order().value())
                    .bind(operation.action())
                    .bind(operation.reason())
                    .bind(operation.operator())
                    .bind(operation.askedAt())
                    .bind(answer == null ? null : answer.outcome().name())
                    .bind(answer == null ? null : answer.detail())
                    .bind(answer == null ? null : answer.at())
                    .update();
        }
    }

    @Override
    public Map<UUID, Operation> lock(Transaction transaction, Collection<UUID> ids) {
        return transaction.sql(LOCK).bindArray("uuid", ids).list(JdbcOperations::operation).stream()
                .collect(toMap(Operation::id, Function.identity()));
    }

    @Override
    public void answer(Transaction transaction, Collection<Operation> answered) {
        for (Operation operation : answered) {
            Answer answer = operation.answer();
            if (answer != null) {
                transaction
                        .sql(ANSWER)
                        .bind(answer.outcome().name())
                        .bind(answer.detail())
                        .bind(answer.at())
                        .bind(operation.id())
                        .update();
            }
        }
    }

    @Override
    public List<Operation> ofOrder(Transaction transaction, OrderId order, Optional<UUID> after, int limit) {
        return transaction
                .sql(OF_ORDER)
                .bind(order.value())
                .bind(after.orElse(BEYOND))
                .bind(limit)
                .list(JdbcOperations::operation);
    }

    @Override
    public Optional<Operation> find(Transaction transaction, OrderId order, UUID id) {
        return transaction.sql(FIND).bind(order.value()).bind(id).first(JdbcOperations::operation);
    }

    private static Operation operation(Row row) {
        return new Operation(
                row.uuid("operation_id"),
                new OrderId(row.uuid("order_id")),
                row.text("action"),
                row.textOrNull("reason"),
                row.uuid("operator_id"),
                row.instant("asked_at"),
                answer(row));
    }

    private static @Nullable Answer answer(Row row) {
        String outcome = row.textOrNull("outcome");
        return outcome == null
                ? null
                : new Answer(Outcome.valueOf(outcome), row.text("detail"), row.instant("answered_at"));
    }
}
