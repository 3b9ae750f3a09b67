package com.allinone.simulation.bugs;

import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.Shelves;
import com.allinone.messaging.MessageIds;
import com.allinone.messaging.inbox.DoneMessages;
import com.allinone.messaging.outbox.Broker;
import com.allinone.messaging.outbox.OutboxLog;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.Step;
import com.allinone.simulation.store.SimulatedParkedMessages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;

/** Bugs that this field has really had, each one careless line away. A world with one of them must not pass. */
public enum SeededBug implements Bug {
    INBOX_IS_NOT_ASKED("A consumer does again what is delivered again.") {
        @Override
        public DoneMessages done(DoneMessages done) {
            return (transaction, consumer, ids) -> {
                done.remember(transaction, consumer, ids);
                return new LinkedHashSet<>(ids);
            };
        }
    },
    RELAY_SKIPS_THE_UNACKNOWLEDGED("A row leaves the queue though Kafka never acknowledged it.") {
        @Override
        public Broker broker(Broker broker) {
            return new Optimistic(broker);
        }
    },
    RELAY_SKIPS_LOCKED_ROWS("Two relays publish at once, each what the other has not.") {
        @Override
        public OutboxLog log(String service, OutboxLog log) {
            return new Relaying.WithoutTheLock(log);
        }
    },
    RELAY_DELETES_FIRST("The queue is emptied in a transaction before the one that publishes.") {
        @Override
        public OutboxLog log(String service, OutboxLog log) {
            return new Relaying.PublishedBeforehand(log);
        }
    },
    REPUBLISHED_BESIDE_THE_RELAY("A lost log is put back while a relay has later messages at hand.") {
        @Override
        public OutboxLog log(String service, OutboxLog log) {
            return new Relaying.PutBackBeside(log);
        }
    },
    PUBLISHED_AFTER_THE_COMMIT("Messages are sent after the commit, without an outbox.") {
        @Override
        public CommitSteps commitSteps(CommitSteps steps, Broker broker, MessageIds ids, Clock clock) {
            return new SendingAfterwards(broker, ids, clock);
        }
    },
    PLACE_IS_TAKEN_EARLY("A message's place in the log is taken before its key's row is locked.") {
        @Override
        public OutboxLog log(String service, OutboxLog log) {
            return new Relaying.OutOfOrder(log);
        }
    },
    ACKNOWLEDGED_BEFORE_THE_COMMIT("Offsets are committed before the batch has had its effect.") {
        @Override
        public boolean acknowledgesFirst() {
            return true;
        }
    },
    OUTAGE_PARKS("A database that is away counts as the message's own fault.") {
        @Override
        public Transactions batches(Transactions transactions) {
            return new Blaming(transactions);
        }
    },
    LATER_MESSAGES_PASS_A_PARKED_ONE("Only the guilty message is parked; its key's later ones go on.") {
        @Override
        public ParkedMessages parked(ParkedMessages parked) {
            return new CarelessParking.LettingPass(parked);
        }
    },
    REDRIVE_STRANDS_A_LATE_ONE("What is parked while its key is redriven is left behind when the key is freed.") {
        @Override
        public ParkedMessages parked(ParkedMessages parked) {
            return new CarelessParking.Stranding((SimulatedParkedMessages) parked);
        }
    },
    REDRIVEN_IN_THE_ORDER_OF_PARKING("A key's messages are redriven as they were parked, not as they were sent.") {
        @Override
        public ParkedMessages parked(ParkedMessages parked) {
            return new CarelessParking.Disorderly(parked);
        }
    },
    SHELF_IS_NOT_LOCKED("Two batches read one shelf and each writes what it makes of it.") {
        @Override
        public Shelves<Transaction> shelves(Shelves<Transaction> shelves) {
            return new UnlockedShelves(shelves);
        }
    },
    RELEASED_BEFORE_FATE_IS_KNOWN("Stock is given back while the payment may still succeed.") {
        @Override
        public OutboxLog log(String service, OutboxLog log) {
            return new Relaying.Rewriting(log, Misspoken::releaseWithTheCancel);
        }
    },
    REFUND_IS_FORGOTTEN("An order that is unwound asks for its stock back and not for its money.") {
        @Override
        public OutboxLog log(String service, OutboxLog log) {
            return new Relaying.Rewriting(log, entry -> Misspoken.without(entry, "payment.refund.v1"));
        }
    },
    ALLOCATION_IS_FORGOTTEN("A confirmed order's hold stays a hold.") {
        @Override
        public OutboxLog log(String service, OutboxLog log) {
            return new Relaying.Rewriting(log, entry -> Misspoken.without(entry, "stock.commit.v1"));
        }
    },
    EXPIRY_FREES_THE_HOLD("Inventory frees a hold by its own clock.") {
        @Override
        public Reservations<Transaction> reservations(
                Reservations<Transaction> reservations, Shelves<Transaction> shelves) {
            return new CarelessReservations.FreeingTheOverdue(reservations, shelves);
        }
    },
    LEDGER_IS_ONE_SIDED("A capture is booked on one account only.") {
        @Override
        public Payments<Transaction> payments(Payments<Transaction> payments) {
            return new CarelessPayments(payments, step -> List.of(oneSided(step)));
        }
    },
    REFUND_IS_NOT_BOOKED("Money goes back and the ledger does not say so.") {
        @Override
        public Payments<Transaction> payments(Payments<Transaction> payments) {
            return new CarelessPayments(
                    payments,
                    step -> List.of(
                            step.payment().state() instanceof PaymentState.Refunded
                                    ? new Step(step.payment(), true, step.events(), List.of())
                                    : step));
        }
    },
    CONFIRMED_ANEW("A confirm without an answer is made anew, with another intent.") {
        @Override
        public Provider provider(Provider provider) {
            return new CarelessProvider.ConfirmingAnew(provider);
        }
    },
    SILENCE_IS_A_REFUSAL("A confirm without an answer counts as declined.") {
        @Override
        public Provider provider(Provider provider) {
            return new CarelessProvider.TakingSilenceForNo(provider);
        }
    },
    CHARGED_AFTER_THE_DEADLINE("The payment's clock stands still: nothing is ever too late.") {
        @Override
        public Clock clockOfPayment(Clock clock) {
            return Clock.fixed(clock.instant(), ZoneOffset.UTC);
        }
    };

    private final String sentence;

    SeededBug(String sentence) {
        this.sentence = sentence;
    }

    /** What it does, in a sentence. */
    public String sentence() {
        return sentence;
    }

    private static Step oneSided(Step step) {
        List<LedgerEntry> entries = step.entries();
        return entries.isEmpty()
                ? step
                : new Step(step.payment(), step.changed(), step.events(), entries.subList(0, 1));
    }
}
