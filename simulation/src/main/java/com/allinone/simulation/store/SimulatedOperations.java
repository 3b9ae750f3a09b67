package com.allinone.simulation.store;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Operations;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What operators did, as a table. */
public final class SimulatedOperations implements Operations {

    private final Table<UUID, Operation> operations = new Table<>();

    @Override
    public void add(Transaction transaction, Collection<Operation> added) {
        OpenTransaction open = Database.of(transaction);
        added.forEach(operation -> operations.insert(open, operation.id(), operation));
    }

    @Override
    public Map<UUID, Operation> lock(Transaction transaction, Collection<UUID> ids) {
        return new HashMap<>(operations.lock(Database.of(transaction), ids));
    }

    @Override
    public void answer(Transaction transaction, Collection<Operation> answered) {
        OpenTransaction open = Database.of(transaction);
        answered.forEach(operation -> operations.put(open, operation.id(), operation));
    }

    @Override
    public List<Operation> ofOrder(Transaction transaction, OrderId order, Optional<UUID> after, int limit) {
        OpenTransaction open = Database.of(transaction);
        return operations.where(open, (id, operation) -> operation.order().equals(order)).stream()
                .filter(id -> after.isEmpty() || id.compareTo(after.get()) < 0)
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .map(id -> Objects.requireNonNull(operations.get(open, id)))
                .toList();
    }

    @Override
    public Optional<Operation> find(Transaction transaction, OrderId order, UUID id) {
        OpenTransaction open = Database.of(transaction);
        return Optional.ofNullable(operations.get(open, id))
                .filter(operation -> operation.order().equals(order));
    }
}
