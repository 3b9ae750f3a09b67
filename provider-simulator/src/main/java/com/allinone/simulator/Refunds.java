package com.allinone.simulator;

/** {@code /v1/refunds}: giving back what was captured, never more. */
final class Refunds {
    private final Books books;
    private final Webhooks webhooks;
    private final VirtualClock clock;

    Refunds(Books books, Webhooks webhooks, VirtualClock clock) {
        this.books = books;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    Answer list(Form query) {
        var intent = books.intent(query.required("payment_intent"));
        var data = books.refundsOf(intent.id()).stream().map(Refund::view).toList();
        return Answer.of(200, StripeApi.list("/v1/refunds", data, false));
    }

    Answer create(Form form) {
        var id = form.required("payment_intent");
        // One lock around look and write: two refunds at once must not both find the money.
        synchronized (books) {
            var intent = books.intent(id);
            var amount =
                    form.find("amount").isPresent() ? form.positive("amount") : intent.received() - intent.refunded();
            check(intent, amount);
            boolean repeated = !books.refundsOf(id).isEmpty();
            var status = intent.behaviour() == Card.REFUND_FAILED ? "failed" : "succeeded";
            var refund = books.refund(new Refund(
                    Ids.next("re_"),
                    id,
                    amount,
                    intent.currency(),
                    status,
                    form.nested("metadata"),
                    clock.now().getEpochSecond()));
            webhooks.announce("charge.refunded", books.intent(id));
            return intent.behaviour() == Card.REFUND_FAILS_AFTER && !repeated
                    ? PaymentIntents.broken()
                    : Answer.of(200, refund.view());
        }
    }

    private static void check(Intent intent, long amount) {
        if (intent.received() == 0) {
            throw Refusal.invalid(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent does not have a successful charge to refund.");
        }
        if (intent.behaviour() == Card.REFUND_REFUSED) {
            throw Refusal.invalid("charge_disputed", "The charge you're attempting to refund has been charged back.");
        }
        if (intent.received() == intent.refunded()) {
            throw Refusal.invalid("charge_already_refunded", "Charge has already been refunded.");
        }
        if (amount > intent.received() - intent.refunded()) {
            throw Refusal.invalid("amount_too_large", "Refund amount is greater than unrefunded amount on charge.");
        }
    }
}
