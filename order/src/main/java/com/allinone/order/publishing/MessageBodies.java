package com.allinone.order.publishing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of what this service says, one record a message; contracts/order has their schemas. */
final class MessageBodies {

    private MessageBodies() {}

    @RegisterForReflection
    record ReserveStock(UUID orderId, List<Quantity> lines, Instant holdUntil) {}

    @RegisterForReflection
    record ReleaseStock(UUID orderId, String reason) {}

    @RegisterForReflection
    record CommitStock(UUID orderId) {}

    @RegisterForReflection
    record ShipStock(UUID orderId) {}

    @RegisterForReflection
    record ChargePayment(
            UUID orderId, UUID userId, long amount, String currency, String paymentMethod, Instant notAfter) {}

    @RegisterForReflection
    record CancelPayment(UUID orderId) {}

    @RegisterForReflection
    record RefundPayment(UUID orderId, String reason) {}

    @RegisterForReflection
    record OrderPlaced(
            UUID orderId, UUID userId, Instant placedAt, long amount, String currency, List<PricedQuantity> lines) {}

    @RegisterForReflection
    record OrderCancelled(UUID orderId, UUID userId, String reason) {}

    @RegisterForReflection
    record OrderOfUser(UUID orderId, UUID userId) {}

    @RegisterForReflection
    record DeliveryReady(
            UUID orderId, UUID userId, @Nullable UUID addressId, List<Quantity> lines) {}

    @RegisterForReflection
    record OperatorCommand(UUID orderId, UUID operationId, UUID operatorId) {}

    @RegisterForReflection
    record Report(UUID reportId, int look, UUID roundId, UUID fromOrderId, UUID untilOrderId) {}

    @RegisterForReflection
    record Quantity(String sku, int quantity) {}

    @RegisterForReflection
    record PricedQuantity(String sku, int quantity, long unitPrice) {}
}
