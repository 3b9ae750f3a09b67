package com.allinone.payment.working;

import com.allinone.payment.domain.Backoff;
import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentWork;
import com.allinone.payment.domain.ProviderUnavailable;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Works on one leased payment until nothing is left to do or nothing can be done just now. */
public final class Working {

    private static final Logger LOG = Logger.getLogger(Working.class);
    /** More steps than any payment needs; a provider that leads us in circles is given a rest. */
    private static final int MOST_STEPS = 8;

    /** How it went. */
    public enum Outcome {
        DONE,
        LATER,
        UNAVAILABLE,
        DEFECT
    }

    private final List<PaymentWork> rooms;
    private final Desk desk;
    private final Backoff backoff;

    public Working(List<PaymentWork> rooms, Desk desk, Backoff backoff) {
        this.rooms = rooms;
        this.desk = desk;
        this.backoff = backoff;
    }

    /** Never fails: what could not be done is due again later. */
    public Outcome work(Lease lease) {
        try {
            if (advance(lease)) {
                return Outcome.DONE;
            }
            putBack(lease, "nothing is certain yet");
            return Outcome.LATER;
        } catch (ProviderUnavailable silence) {
            LOG.warnf(
                    "Provider was of no help and is asked again, orderId=%s paymentId=%s state=%s failures=%d cause=%s",
                    lease.payment().order(),
                    lease.payment().id(),
                    lease.payment().state().label(),
                    lease.failures() + 1,
                    silence.getMessage());
            putBack(lease, "no answer: " + silence.getMessage());
            return Outcome.UNAVAILABLE;
        } catch (RuntimeException defect) {
            LOG.errorf(
                    defect,
                    "Payment could not be worked on and is tried again, orderId=%s paymentId=%s failures=%d",
                    lease.payment().order(),
                    lease.payment().id(),
                    lease.failures() + 1);
            putBack(lease, "a defect: " + defect.getClass().getSimpleName());
            return Outcome.DEFECT;
        }
    }

    private boolean advance(Lease lease) {
        var payment = lease.payment();
        for (int step = 0; step < MOST_STEPS && payment.state().wantsWork(); step++) {
            var next = next(payment, lease.failures());
            if (next.isEmpty()) {
                return false;
            }
            payment = next.get();
        }
        return !payment.state().wantsWork();
    }

    private Optional<Payment> next(Payment payment, int failures) {
        return rooms.stream()
                .filter(room -> room.takes(payment.state()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody works on " + payment.state().label()))
                .work(payment, failures);
    }

    private void putBack(Lease lease, String answer) {
        int failures = lease.failures() + 1;
        try {
            desk.release(lease, backoff.after(failures), failures, answer);
        } catch (RuntimeException unreleased) {
            // Its lease ends by itself.
            LOG.warnf(
                    unreleased,
                    "Payment could not be put back, paymentId=%s",
                    lease.payment().id());
        }
    }
}
