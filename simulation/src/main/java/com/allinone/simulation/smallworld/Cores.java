package com.allinone.simulation.smallworld;

import com.allinone.inventory.domain.Reservation;
import com.allinone.order.domain.Fulfilment;
import com.allinone.order.domain.FulfilmentStep;
import com.allinone.order.domain.OrderEvent;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.Step;
import java.util.Optional;

/** The cores as they are; a test may bring one that has something wrong. */
public interface Cores {

    Cores REAL = new Cores() {};

    default FulfilmentStep order(Fulfilment state, OrderEvent event) {
        return state.on(event);
    }

    /** What inventory keeps of what it decided. */
    default Optional<Reservation> kept(Reservation decided) {
        return Optional.of(decided);
    }

    /** What payment keeps of what it decided. */
    default Optional<Payment> kept(Step decided) {
        return Optional.of(decided.payment());
    }

    /** Whether a worker that gets no answer to its confirm takes that for a refusal. */
    default boolean silenceIsARefusal() {
        return false;
    }
}
