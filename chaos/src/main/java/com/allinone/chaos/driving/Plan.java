package com.allinone.chaos.driving;

import com.allinone.chaos.driving.Goods.Good;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What a shopper will do about one order; drawn from the seed and the order's number, whatever happens meanwhile.
 *
 * @param insists whether the shopper asks again until the answer is known
 * @param doubts whether the shopper sends an accepted order once more
 * @param cancelAfterMillis when the shopper wants it no more; negative for never
 * @param shipAfterMillis when the operator looks whether it can be shipped; negative for never
 * @param operation what an operator asks for besides, at once after the acceptance; empty for nothing
 */
record Plan(
        int number,
        UUID key,
        UUID address,
        int shopper,
        List<Good> goods,
        List<Integer> quantities,
        String card,
        boolean insists,
        boolean doubts,
        int cancelAfterMillis,
        int shipAfterMillis,
        boolean delivers,
        String operation) {
    private static final List<String> OPERATIONS = List.of("RETRY_NOW", "RETRY_NOW", "CANCEL");

    static Plan of(long seed, int number, int shoppers, Goods goods) {
        var random = new Random(seed * 1_000_003L + number);
        random.nextLong();
        var picked = goods.pick(random);
        var key = new UUID(random.nextLong(), random.nextLong());
        var address = new UUID(random.nextLong(), random.nextLong());
        var shopper = random.nextInt(shoppers);
        var quantities = picked.stream().map(_ -> 1 + random.nextInt(3)).toList();
        var card = Cards.pick(random);
        var insists = random.nextInt(100) < 85;
        var doubts = random.nextInt(100) < 4;
        // What is never refunded is of interest once it was charged.
        var cancels = Cards.isNeverRefunded(card) ? 2_000 : random.nextInt(100) < 14 ? moment(random) : -1;
        var ships = random.nextInt(100) < 6 ? 1_500 + random.nextInt(8_000) : -1;
        var delivers = random.nextBoolean();
        var operation = random.nextInt(100) < 5 ? OPERATIONS.get(random.nextInt(OPERATIONS.size())) : "";
        return new Plan(
                number,
                key,
                address,
                shopper,
                picked,
                quantities,
                card,
                insists,
                doubts,
                cancels,
                ships,
                delivers,
                operation);
    }

    /** Mostly while it is being fulfilled, sometimes long after. */
    private static int moment(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(12_000) : random.nextInt(900);
    }
}
