package com.allinone.inventory.reserving;

import com.allinone.inventory.domain.StockAnswer;
import com.allinone.inventory.domain.StockAnswer.StockOverdue;
import com.allinone.inventory.domain.StockAnswer.StockRejected;
import com.allinone.inventory.domain.StockAnswer.StockReleased;
import com.allinone.inventory.domain.StockAnswer.StockReserved;
import com.allinone.inventory.domain.StockCommand;
import com.allinone.inventory.domain.StockCommand.Commit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Logs and counts what was decided, once it is committed, each in the trace of its order. */
@ApplicationScoped
public class DecidedCommands {

    private static final Logger LOG = Logger.getLogger(DecidedCommands.class);

    private final MeterRegistry registry;
    private final Counter guarded;

    public DecidedCommands(MeterRegistry registry) {
        this.registry = registry;
        this.guarded = registry.counter("inventory.stock.guard.hits");
    }

    /** What was decided would have sold units twice, and was refused. */
    void guarded() {
        guarded.increment();
    }

    /** {@code answer} is null for a command that order does not wait for. */
    void report(StockCommand command, @Nullable StockAnswer answer, Context trace) {
        try (Scope _ = trace.makeCurrent()) {
            String outcome = switch (answer) {
                case null -> command instanceof Commit ? "allocated" : "sold";
                case StockReserved _ -> "reserved";
                case StockRejected rejected ->
                    "rejected_" + rejected.reason().name().toLowerCase(Locale.ROOT);
                case StockReleased _ -> "released";
                case StockOverdue _ -> "overdue";
            };
            LOG.infof("Stock was decided, orderId=%s outcome=%s", command.orderId(), outcome);
            registry.counter("inventory.stock.decided", "outcome", outcome).increment();
        }
    }

    void reportOverdue(StockOverdue overdue, Context trace) {
        try (Scope _ = trace.makeCurrent()) {
            LOG.warnf("Hold is overdue, orderId=%s expiredAt=%s", overdue.orderId(), overdue.expiredAt());
            registry.counter("inventory.stock.decided", "outcome", "overdue").increment();
        }
    }
}
