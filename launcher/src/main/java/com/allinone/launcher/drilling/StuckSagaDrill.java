package com.allinone.launcher.drilling;

import java.io.IOException;

/** Inventory stands still; an order that its shopper cancels cannot give its stock back. */
record StuckSagaDrill(Customer customer, Frozen inventory) implements Drill {
    @Override
    public String name() {
        return "stuck-saga";
    }

    @Override
    public String alert() {
        return "StuckSaga";
    }

    @Override
    public String cause() throws IOException {
        inventory.freeze();
        var order = customer.orders();
        customer.cancels(order);
        return "inventory stands still; order %s was cancelled and waits for its stock to be released".formatted(order);
    }

    @Override
    public String repair() throws IOException {
        inventory.thaw();
        return "inventory goes on; the saga asked again by itself, and now it is answered";
    }
}
