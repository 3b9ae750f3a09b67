package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.OrderId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What operators did, or asked for; kept for ever. */
public interface Operations {

    /** Stores operations, answered or not. */
    void add(Transaction transaction, Collection<Operation> operations);

    /** The operations with these ids, locked until the end of the transaction. */
    Map<UUID, Operation> lock(Transaction transaction, Collection<UUID> ids);

    /** Stores the answers of operations that had none. */
    void answer(Transaction transaction, Collection<Operation> answered);

    /** An order's operations, newest first, from the one after {@code after}; at most {@code limit}. */
    List<Operation> ofOrder(Transaction transaction, OrderId order, Optional<UUID> after, int limit);

    Optional<Operation> find(Transaction transaction, OrderId order, UUID id);
}
