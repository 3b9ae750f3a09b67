package com.allinone.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The card tokens this provider knows, and what each of them does. */
enum Card {
    GOOD("tok_visa", "pm_card_visa"),
    DECLINED("tok_declined", "tok_chargeDeclined", "pm_card_chargeDeclined"),
    INSUFFICIENT("tok_insufficient", "tok_chargeDeclinedInsufficientFunds", "pm_card_chargeDeclinedInsufficientFunds"),
    /** The bank wants to see the shopper. */
    REQUIRES_ACTION("tok_requires_action", "tok_threeDSecure2Required", "pm_card_authenticationRequired"),
    /** Charges only at the end of a long wait, then answers. */
    SLOW("tok_slow"),
    /** Charges at once, never answers. */
    HANG("tok_hang"),
    /** Never charges, never answers. */
    HANG_BEFORE("tok_hang_before"),
    /** Charges, then closes the connection without a word. */
    RESET("tok_reset"),
    /** Closes the connection without a word, once; a later attempt is charged. */
    RESET_BEFORE("tok_reset_before"),
    /** Answers 500 without charging, once; the 500 is replayed for that key, another key is charged. */
    FAILS_BEFORE("tok_500_before"),
    /** Charges and answers 500, which is replayed for that key. */
    FAILS_AFTER("tok_500_after"),
    /** Charges; every refund is refused. */
    REFUND_REFUSED("tok_refund_refused"),
    /** Charges; a refund is accepted and then fails at the bank. */
    REFUND_FAILED("tok_refund_failed"),
    /** Charges; a refund is made and answered with 500, once. */
    REFUND_FAILS_AFTER("tok_refund_500_after"),
    WEBHOOK_TWICE("tok_webhook_twice"),
    WEBHOOK_LATE("tok_webhook_late"),
    WEBHOOK_NEVER("tok_webhook_never"),
    /** The webhook is signed with a wrong secret. */
    WEBHOOK_FORGED("tok_webhook_forged"),
    /** The webhook comes, and again with a true signature that is ten minutes old. */
    WEBHOOK_REPLAYED("tok_webhook_replayed");

    private final String tokens;

    Card(String... tokens) {
        this.tokens = String.join(" ", tokens);
    }

    static Optional<Card> of(String token) {
        return Arrays.stream(values())
                .filter(card -> List.of(card.tokens.split(" ", -1)).contains(token))
                .findFirst();
    }
}
