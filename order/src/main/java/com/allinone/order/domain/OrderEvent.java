package com.allinone.order.domain;

/** What can happen to an order. The sequence of these is the truth about it; its state is their fold. */
public sealed interface OrderEvent {

    /** The first one, and only that. */
    record OrderPlaced(PlacedOrder order) implements OrderEvent {}

    /** Inventory holds every line. */
    record StockReserved() implements OrderEvent {}

    /** Inventory holds nothing, for this reason of its own. */
    record StockRejected(String reason) implements OrderEvent {}

    /** Inventory has given back whatever it held. */
    record StockReleased() implements OrderEvent {}

    /** The money is taken. */
    record PaymentCompleted() implements OrderEvent {}

    /** The money was not taken and will not be, for this reason of the provider. */
    record PaymentDeclined(String reason) implements OrderEvent {}

    /** The money is given back. */
    record PaymentRefunded() implements OrderEvent {}

    /** The provider refused to give the money back. */
    record RefundFailed(String reason) implements OrderEvent {}

    /** The shopper, or an operator, wants it no more. */
    record CancellationRequested(CancelReason reason) implements OrderEvent {}

    /** The order waited for too long. */
    record DeadlinePassed() implements OrderEvent {}

    /** The parcel left. */
    record MarkedShipped() implements OrderEvent {}

    /** The parcel arrived. */
    record MarkedDelivered() implements OrderEvent {}
}
