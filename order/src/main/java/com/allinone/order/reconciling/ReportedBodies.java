package com.allinone.order.reconciling;

import com.allinone.order.domain.Books.Fate;
import com.allinone.order.domain.Books.OfPayment;
import com.allinone.order.domain.Books.OfStock;
import com.allinone.order.domain.Books.Stage;
import com.allinone.order.domain.Difference;
import com.allinone.order.domain.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of the answers of inventory and payment. */
final class ReportedBodies {

    private ReportedBodies() {}

    @RegisterForReflection
    record Answer(UUID reportId, int look) {
        Answer {
            Objects.requireNonNull(reportId, "reportId");
        }
    }

    @RegisterForReflection
    record Stock(UUID coveredUntil, List<Reservation> reservations) {
        Stock {
            Objects.requireNonNull(coveredUntil, "coveredUntil");
            Objects.requireNonNull(reservations, "reservations");
        }
    }

    @RegisterForReflection
    record Reservation(UUID orderId, Stage stage, List<Line> lines) {
        Reservation {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(lines, "lines");
        }

        OfStock books() {
            Map<String, Long> units = new TreeMap<>();
            lines.forEach(line -> units.merge(line.sku(), line.quantity(), Math::addExact));
            return new OfStock(stage, units);
        }
    }

    @RegisterForReflection
    record Line(String sku, long quantity) {
        Line {
            Objects.requireNonNull(sku, "sku");
        }
    }

    @RegisterForReflection
    record Payments(
            UUID coveredUntil, @Nullable Instant providerSeenAt, List<Payment> payments, List<Finding> findings) {
        Payments {
            Objects.requireNonNull(coveredUntil, "coveredUntil");
            Objects.requireNonNull(payments, "payments");
            Objects.requireNonNull(findings, "findings");
        }
    }

    @RegisterForReflection
    record Payment(
            UUID orderId,
            Fate state,
            @Nullable Long amount,
            @Nullable String currency) {
        Payment {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(state, "state");
        }

        OfPayment books() {
            return new OfPayment(state, amount == null || currency == null ? null : new Money(amount, currency));
        }
    }

    @RegisterForReflection
    record Finding(String kind, String subject, @Nullable UUID orderId, String explanation) {
        Finding {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(explanation, "explanation");
        }

        Difference difference() {
            return Arrays.stream(Difference.Kind.values())
                    .filter(known -> known.name().equals(kind))
                    .findFirst()
                    .map(known -> new Difference(subject, known, explanation, false))
                    .orElseGet(() -> new Difference(
                            subject, Difference.Kind.OTHER_IN_PAYMENT, kind + ": " + explanation, false));
        }
    }
}
