package com.allinone.chaos.driving;

import java.util.List;
import java.util.Random;

/** The card tokens of the payment simulator: mostly good ones, some that are declined, some that misbehave. */
public final class Cards {
    private static final List<String> DECLINED =
            List.of("tok_declined", "tok_insufficient", "tok_requires_action", "tok_chargeDeclined");
    private static final List<String> STRANGE = List.of(
            "tok_slow",
            "tok_hang",
            "tok_hang_before",
            "tok_reset",
            "tok_reset_before",
            "tok_500_before",
            "tok_500_after",
            "tok_refund_500_after",
            "tok_refund_refused",
            "tok_refund_failed",
            "tok_webhook_twice",
            "tok_webhook_late",
            "tok_webhook_never",
            "tok_webhook_forged",
            "tok_webhook_replayed");

    private Cards() {}

    /** Whether the provider never gives back what was paid with it. */
    public static boolean isNeverRefunded(String card) {
        return card.equals("tok_refund_refused") || card.equals("tok_refund_failed");
    }

    static String pick(Random random) {
        var draw = random.nextInt(100);
        if (draw < 78) {
            return "tok_visa";
        }
        var among = draw < 89 ? DECLINED : STRANGE;
        return among.get(random.nextInt(among.size()));
    }
}
