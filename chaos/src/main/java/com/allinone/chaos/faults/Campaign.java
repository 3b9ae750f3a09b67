package com.allinone.chaos.faults;

import com.allinone.chaos.driving.Counting;
import com.allinone.chaos.faults.Fault.NotPossibleHere;
import com.allinone.chaos.faults.Fault.WithoutEffect;
import com.allinone.chaos.shop.BrokenShop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does the faults of a run, one after the other while orders come in, and sets the pace of the orders by them. */
public final class Campaign {
    private static final double FIRST_GUESS_SECONDS = 14;
    private static final double LEAST_RATE = 1;

    private final BrokenShop shop;
    private final List<Fault> faults;
    private final long seed;
    private final int orders;
    private final Counting counting;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final double highestRate;
    private final long begun = System.nanoTime();
    private volatile int done;

    public Campaign(BrokenShop shop, int count, long seed, int orders, double highestRate, Counting counting) {
        this.shop = shop;
        this.faults = Kinds.draw(count, new Random(seed));
        this.seed = seed;
        this.orders = orders;
        this.highestRate = highestRate;
        this.counting = counting;
    }

    /** Orders a second, so that orders and faults come to an end together. */
    public double rate() {
        var left = faults.size() - done;
        var spent = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
        var each = (spent + FIRST_GUESS_SECONDS * 2) / (done + 2);
        var seconds = Math.max(1, left * each);
        return Math.clamp((orders - counting.begun()) / seconds, LEAST_RATE, highestRate);
    }

    /** Does them all; returns what came of each. */
    public List<Outcome> run() throws InterruptedException {
        for (var i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            var random = new Random(seed * 31 + i);
            shop.progress().part("fault %d/%d".formatted(i + 1, faults.size()), fault.kind());
            var outcome = strike(fault, random);
            outcomes.add(outcome);
            tell(outcome);
            if (outcome instanceof Outcome.Failed) {
                mend();
            }
            done = i + 1;
            Pauses.between(random, 500, 2_500);
        }
        return List.copyOf(outcomes);
    }

    private Outcome strike(Fault fault, Random random) throws InterruptedException {
        var begin = System.nanoTime();
        try {
            var evidence = fault.strike(shop, random);
            var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1_000.0;
            return new Outcome.Done(fault.kind(), evidence, seconds);
        } catch (InterruptedException stopNow) {
            throw stopNow;
        } catch (NotPossibleHere not) {
            return new Outcome.Skipped(fault.kind(), String.valueOf(not.getMessage()));
        } catch (WithoutEffect nothing) {
            return new Outcome.Failed(fault.kind(), "without effect: " + nothing.getMessage());
        } catch (Exception failed) {
            return new Outcome.Failed(fault.kind(), String.valueOf(failed));
        }
    }

    /** A fault that failed may have left something broken, and the next one must find a shop that works. */
    private void mend() {
        try {
            shop.heal();
        } catch (IOException | RuntimeException failed) {
            shop.progress().part("", "healing failed: " + failed);
        }
    }

    private void tell(Outcome outcome) {
        var text = switch (outcome) {
            case Outcome.Done did -> "%s (%.0f s; %s)".formatted(did.evidence(), did.seconds(), counting);
            case Outcome.Failed failed -> "FAILED: " + failed.why();
            case Outcome.Skipped skipped -> "NOT POSSIBLE HERE: " + skipped.why();
        };
        shop.progress().part("", text);
    }
}
