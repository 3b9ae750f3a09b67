package com.allinone.launcher.drilling;

import com.allinone.launcher.demo.Reconciliation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A row of a paid order says what it should not, and the books are compared.
 *
 * @param wrong makes it wrong; {@code %s} is the order's id
 * @param right makes it right again out of other rows, so that it does no harm where nothing was wrong
 * @param what was done to the row, in words
 */
record FalseBooksDrill(
        String name,
        String alert,
        Paid paid,
        Reconciliation books,
        Falsehood database,
        List<String> wrong,
        List<String> right,
        String what,
        Remembered order)
        implements Drill {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The order of the drill, while it is wrong. */
    static final class Remembered {
        private String id = "";
    }

    @Override
    public String cause() throws IOException {
        order.id = paid.with("tok_visa");
        database.write(about(wrong));
        compare();
        return "%s of order %s, and the books were compared".formatted(what, order.id);
    }

    @Override
    public String repair() throws IOException {
        if (order.id.isEmpty()) {
            return "nothing was wrong yet";
        }
        database.write(about(right));
        order.id = "";
        compare();
        return "the row says again what it said, and the books were compared";
    }

    private void compare() throws IOException {
        books.watch(books.begin(true), PATIENCE, round -> {});
    }

    private List<String> about(List<String> statements) {
        return statements.stream().map(sql -> sql.replace("%s", order.id)).toList();
    }
}
