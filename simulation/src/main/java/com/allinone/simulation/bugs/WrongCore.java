package com.allinone.simulation.bugs;

import com.allinone.inventory.domain.Reservation;
import com.allinone.order.domain.Fulfilment;
import com.allinone.order.domain.FulfilmentMessage;
import com.allinone.order.domain.FulfilmentStep;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.OrderEvent;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.Step;
import com.allinone.simulation.smallworld.Cores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bugs in the cores themselves, for the small world. */
public enum WrongCore implements Cores {
    RELEASE_LEAVES_NO_TOMBSTONE("A release that overtakes its reservation is forgotten.") {
        @Override
        public Optional<Reservation> kept(Reservation decided) {
            return decided instanceof Reservation.Released ? Optional.empty() : Optional.of(decided);
        }
    },
    CANCEL_LEAVES_NO_TOMBSTONE("A cancel that overtakes its charge is forgotten.") {
        @Override
        public Optional<Payment> kept(Step decided) {
            return decided.payment().charge() == null ? Optional.empty() : Optional.of(decided.payment());
        }
    },
    STOCK_IS_RELEASED_WITH_THE_CANCEL("Stock is given back while the payment may still succeed.") {
        @Override
        public FulfilmentStep order(Fulfilment state, OrderEvent event) {
            FulfilmentStep step = state.on(event);
            if (step instanceof Advanced(Fulfilment next, List<FulfilmentMessage> messages)
                    && messages.contains(FulfilmentMessage.CANCEL_PAYMENT)) {
                List<FulfilmentMessage> more = new ArrayList<>(messages);
                more.add(FulfilmentMessage.RELEASE_STOCK);
                return new Advanced(next, more);
            }
            return step;
        }
    },
    CANCELLED_WITHOUT_WAITING("An order is cancelled when the stock is back, whatever became of the refund.") {
        @Override
        public FulfilmentStep order(Fulfilment state, OrderEvent event) {
            return state instanceof Fulfilment.Unwinding unwinding && event instanceof OrderEvent.StockReleased
                    ? new Advanced(new Fulfilment.Cancelled(unwinding.reason()), List.of())
                    : state.on(event);
        }
    },
    A_SILENT_CONFIRM_IS_DECLINED("A worker that gets no answer takes it for a refusal.") {
        @Override
        public boolean silenceIsARefusal() {
            return true;
        }
    };

    private final String sentence;

    WrongCore(String sentence) {
        this.sentence = sentence;
    }

    /** What it does, in a sentence. */
    public String sentence() {
        return sentence;
    }
}
