package com.allinone.payment.working;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.payment.charging.Charging;
import com.allinone.payment.domain.Backoff;
import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.PaymentCommand.CancelCharge;
import com.allinone.payment.domain.PaymentCommand.RefundOrder;
import com.allinone.payment.domain.PaymentEvent.PaymentCompleted;
import com.allinone.payment.domain.PaymentEvent.PaymentDeclined;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.PaymentState.Completed;
import com.allinone.payment.domain.PaymentState.Declined;
import com.allinone.payment.domain.PaymentState.Refunded;
import com.allinone.payment.reconciling.Reconciling;
import com.allinone.payment.refunding.Refunding;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rooms' real code, stopped at every moment between its decisions and its calls. */
final class WorkingTest {

    private static final int MOST_LEASES = 20;

    @Test
    void takesTheMoneyInTwoCommittedSteps() {
        var world = finished(new World());

        assertThat(world.reached)
                .containsSubsequence(
                        "after create", "before a decision", "after a decision", "before confirm", "after confirm");
        assertTakenOnce(world);
    }

    @Test
    void takesTheMoneyOnceWhereverItCrashes() {
        int moments = finished(new World()).reached.size();
        for (int moment = 0; moment < moments; moment++) {
            assertTakenOnce(finished(new World().crashAt(moment)));
        }
    }

    @Test
    void takesTheMoneyOnceWhereverItCrashesThoughNoConfirmIsEverAnswered() {
        for (int moment = 0; moment < 40; moment++) {
            var world = new World();
            world.provider.silent = true;
            world.crashAt(moment);
            assertTakenOnce(finished(world));
        }
    }

    @Test
    void answersForCertainWhereverACancelComesIn() {
        everywhere(world -> world.command(new CancelCharge(World.ORDER)), world -> {
            int captures = world.provider.captures();
            assertThat(world.payment.state()).isInstanceOf(captures == 1 ? Completed.class : Declined.class);
            assertThat(world.events.getLast())
                    .isInstanceOf(captures == 1 ? PaymentCompleted.class : PaymentDeclined.class);
        });
    }

    @Test
    void confirmsNothingOnceACancelIsStored() {
        var stored = new World();
        stored.command(new CancelCharge(World.ORDER));

        assertThat(finished(stored).provider.confirms).isEmpty();

        var between = new World();
        between.at(moment(between, "before confirm") - 2, () -> between.command(new CancelCharge(World.ORDER)));
        assertThat(finished(between).provider.confirms).isEmpty();
        assertThat(between.refusal()).isEqualTo(DeclineReason.CANCELLED);
    }

    @Test
    void confirmsNothingOnceItIsTooLateWhereverTheTimePasses() {
        everywhere(
                world -> world.clock.forward(Duration.ofMinutes(6)),
                world -> assertThat(world.payment.state())
                        .isInstanceOf(world.provider.captures() == 1 ? Completed.class : Declined.class));
        var asleep = new World();
        asleep.at(moment(asleep, "before confirm") - 1, () -> asleep.clock.forward(Duration.ofMinutes(6)));
        assertThat(finished(asleep).provider.confirms).isEmpty();
        assertThat(asleep.refusal()).isEqualTo(DeclineReason.TOO_LATE);
    }

    @Test
    void usesAFreshKeyForEveryConfirm() {
        var world = new World();
        world.provider.silent = true;
        world.provider.deaf = true;
        for (int lease = 0; lease < 6; lease++) {
            working(world).work(world.lease());
        }

        assertThat(world.provider.confirms).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        world.clock.forward(Duration.ofMinutes(6));
        assertThat(finished(world).refusal()).isEqualTo(DeclineReason.TOO_LATE);
    }

    @Test
    void restsWhenTheProviderLeadsItInCircles() {
        var world = new World();
        world.provider.deaf = true;

        assertThat(working(world).work(world.lease())).isEqualTo(Working.Outcome.LATER);
        assertThat(world.releases).isEqualTo(1);
        assertThat(world.provider.confirms.size()).isLessThan(9);
    }

    @Test
    void givesBackOnceWhereverItCrashes() {
        for (int moment = 0; moment < 12; moment++) {
            var world = finished(new World());
            world.command(new RefundOrder(World.ORDER));
            world.reached.clear();
            world.crashAt(moment);

            finished(world);

            assertThat(world.payment.state()).isInstanceOf(Refunded.class);
            assertThat(world.provider.refunds()).isEqualTo(1);
            assertThat(world.entries.stream().mapToLong(LedgerEntry::amount).sum())
                    .isZero();
            assertThat(world.entries).hasSize(4);
        }
    }

    /** Lets something happen at each moment of the plain course, one world each. */
    private static void everywhere(Consumer<World> something, Consumer<World> claim) {
        int moments = finished(new World()).reached.size();
        assertThat(moments).isGreaterThan(8);
        IntStream.range(0, moments).forEach(moment -> {
            var world = new World();
            world.at(moment, () -> something.accept(world));
            claim.accept(finished(world));
        });
    }

    private static int moment(World any, String name) {
        assertThat(any.reached).isEmpty();
        return finished(new World()).reached.indexOf(name);
    }

    private static World finished(World world) {
        for (int lease = 0; lease < MOST_LEASES && world.payment.state().wantsWork(); lease++) {
            try {
                working(world).work(world.lease());
            } catch (World.Crash crash) {
                // The next worker finds what was committed.
                assertThat(crash).isNotNull();
            }
        }
        assertThat(world.payment.state().wantsWork()).isFalse();
        return world;
    }

    private static Working working(World world) {
        var rooms = List.of(
                new Charging(world.provider, world, world.clock),
                new Reconciling(world.provider, world, world.clock),
                new Refunding(world.provider, world));
        return new Working(rooms, world, new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    private static void assertTakenOnce(World world) {
        assertThat(world.payment.state()).isInstanceOf(PaymentState.Completed.class);
        assertThat(world.provider.captures()).isEqualTo(1);
        assertThat(world.entries)
                .isEqualTo(world.entries.stream().distinct().toList())
                .hasSize(2);
        assertThat(world.entries.stream().mapToLong(LedgerEntry::amount).sum()).isZero();
        assertThat(world.events).hasSize(1);
    }
}
