package com.allinone.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.inventory.domain.ReportedStock.Entry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An answer is bounded and says how far it reaches. */
class ReportedStockTest {

    private static final StockReport ASKED =
            new StockReport(new UUID(7, 7), 1, new OrderId(new UUID(0, 0)), new OrderId(new UUID(9, 0)));

    @Test
    void whatFitsIsCoveredToTheEnd() {
        assertThat(ReportedStock.of(ASKED, entries(ReportedStock.MOST, 1)))
                .isEqualTo(new ReportedStock(ASKED, ASKED.until(), entries(ReportedStock.MOST, 1)));
    }

    @Test
    void oneMoreThanFitsIsLeftForTheNextAnswer() {
        ReportedStock answer = ReportedStock.of(ASKED, entries(ReportedStock.MOST + 1, 1));

        assertThat(answer.reservations()).hasSize(ReportedStock.MOST);
        assertThat(answer.coveredUntil()).isEqualTo(new OrderId(new UUID(1, ReportedStock.MOST)));
    }

    @Test
    void linesAreBoundedToo() {
        ReportedStock answer = ReportedStock.of(ASKED, entries(60, 100));

        assertThat(answer.reservations()).hasSize(ReportedStock.MOST_LINES / 100);
        assertThat(answer.coveredUntil()).isEqualTo(new OrderId(new UUID(1, 50)));
    }

    @Test
    void oneReservationAlwaysFitsSoThatAnAnswerGetsOn() {
        ReportedStock answer = ReportedStock.of(ASKED, entries(2, ReportedStock.MOST_LINES + 1));

        assertThat(answer.reservations()).hasSize(1);
        assertThat(answer.coveredUntil()).isEqualTo(new OrderId(new UUID(1, 1)));
    }

    private static List<Entry> entries(int count, int lines) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Entry(new OrderId(new UUID(1, number)), "HELD", lines(lines)))
                .toList();
    }

    private static List<Line> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Line(new Sku("SKU-" + number), 1))
                .toList();
    }
}
