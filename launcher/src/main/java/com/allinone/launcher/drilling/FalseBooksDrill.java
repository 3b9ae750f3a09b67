package com.allinone.launcher.drilling;

import com.allinone.launcher.demo.Reconciliation;
import java.io.IOException;
import java.time.Duration;

/** A row of a paid order says what it should not, and the books are compared. */
final class FalseBooksDrill implements Drill {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final String name;
    private final String alert;
    private final Customer customer;
    private final Reconciliation books;
    private final Falsehood falsehood;
    /** The order of the drill, while it is wrong. */
    private String order = "";

    FalseBooksDrill(String name, String alert, Customer customer, Reconciliation books, Falsehood falsehood) {
        this.name = name;
        this.alert = alert;
        this.customer = customer;
        this.books = books;
        this.falsehood = falsehood;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String alert() {
        return alert;
    }

    @Override
    public String cause() throws IOException {
        order = customer.buys("tok_visa");
        falsehood.tell(order);
        compare();
        return "%s of order %s, and the books were compared".formatted(falsehood.what(), order);
    }

    @Override
    public String repair() throws IOException {
        if (order.isEmpty()) {
            return "nothing was wrong yet";
        }
        falsehood.takeBack(order);
        order = "";
        compare();
        return "the row says again what it said, and the books were compared";
    }

    private void compare() throws IOException {
        books.watch(books.begin(true), PATIENCE, round -> {});
    }
}
