package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders in lists. */
public interface OrderPages {

    /** A user's orders, newest first, from the one after {@code after}; at most {@code limit}. */
    List<Summary> ofUser(Transaction transaction, UUID user, Optional<OrderId> after, int limit);

    boolean exists(Transaction transaction, OrderId id);

    /** An order in a list. */
    record Summary(UUID id, OrderStatus status, @Nullable CancelReason reason, Instant placedAt, Money total) {}
}
