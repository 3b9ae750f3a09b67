package com.allinone.payment.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something in our books that does not fit the rest of them, or the provider's.
 *
 * @param subject the order, or the provider's intent where no order is known
 * @param explanation a sentence for whoever has to settle it; at most 500 characters
 */
public record Finding(Kind kind, String subject, @Nullable OrderId order, String explanation) {

    /** What differs. */
    public enum Kind {
        /** The entries of one payment and kind do not sum to zero. */
        LEDGER_NOT_ZERO,
        /** The ledger has not what the payment's state says, or more. */
        LEDGER_DIFFERS_FROM_PAYMENT,
        /** The provider took money and our payment does not say so. */
        CAPTURED_AT_PROVIDER_ONLY,
        /** Our payment says that money was taken and the provider does not. */
        CAPTURED_HERE_ONLY,
        /** Both took money, and not the same. */
        PROVIDER_AMOUNT_DIFFERS,
        /** What was given back differs. */
        PROVIDER_REFUND_DIFFERS,
        /** Our payment has an intent that the provider does not list. */
        INTENT_UNKNOWN_TO_PROVIDER,
        /** The provider lists an intent for which there is no payment. */
        UNKNOWN_INTENT_AT_PROVIDER,
        /** More than one intent of one order was charged. */
        DUPLICATE_CHARGES
    }

    static Finding of(Kind kind, Payment payment, String explanation) {
        return new Finding(kind, payment.order().toString(), payment.order(), explanation);
    }

    /** The provider lists an intent, and there is no payment that it could be of. */
    public static Finding unknown(ProviderIntent intent) {
        var order = intent.order();
        return new Finding(
                Kind.UNKNOWN_INTENT_AT_PROVIDER,
                order == null ? intent.id().value() : order.toString(),
                order,
                "The provider has intent " + intent.id() + " (" + intent.status() + ", " + intent.received() + " "
                        + intent.currency() + " taken) and no payment of ours knows it");
    }
}
