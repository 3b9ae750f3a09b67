package com.allinone.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.OrderEvent.CancellationRequested;
import com.allinone.order.domain.OrderEvent.PaymentCompleted;
import com.allinone.order.domain.OrderEvent.StockReserved;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

    @Test
    void theFoldOfWhatWasRecordedIsTheState() {
        OrderHistory lived = OrderHistory.begin(Samples.order());
        lived.apply(new StockReserved(), Samples.NOON.plusSeconds(1));
        lived.apply(new CancellationRequested(CancelReason.CANCELLED_BY_SHOPPER), Samples.NOON.plusSeconds(2));

        OrderHistory loaded = OrderHistory.fold(asStored(lived));

        assertThat(loaded.state()).isEqualTo(lived.state());
        assertThat(loaded.events()).isEqualTo(lived.events());
        assertThat(loaded.fresh()).isEmpty();
    }

    @Test
    void whatIsIgnoredIsNotRecorded() {
        OrderHistory order = OrderHistory.begin(Samples.order());
        order.apply(new StockReserved(), Samples.NOON);

        FulfilmentStep again = order.apply(new StockReserved(), Samples.NOON);

        assertThat(again).isInstanceOf(Ignored.class);
        assertThat(order.version()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsNewIsStored() {
        OrderHistory order = OrderHistory.fold(asStored(OrderHistory.begin(Samples.order())));
        order.apply(new StockReserved(), Samples.NOON);

        assertThat(order.fresh()).extracting(RecordedEvent::version).containsExactly(2);
        order.stored();
        assertThat(order.fresh()).isEmpty();
    }

    @Test
    void anEventThatCouldNotHaveHappenedIsNotFolded() {
        SortedMap<Integer, Map.Entry<Instant, OrderEvent>> events = asStored(OrderHistory.begin(Samples.order()));
        events.put(2, Map.entry(Samples.NOON, new PaymentCompleted()));

        assertThatThrownBy(() -> OrderHistory.fold(events)).hasMessageContaining("could not have happened");
    }

    @Test
    void aMissingVersionIsNoticed() {
        SortedMap<Integer, Map.Entry<Instant, OrderEvent>> events = asStored(OrderHistory.begin(Samples.order()));
        events.put(3, Map.entry(Samples.NOON, new StockReserved()));

        assertThatThrownBy(() -> OrderHistory.fold(events)).hasMessageContaining("at version 3");
    }

    @Test
    void anOrderBeginsWithItsPlacing() {
        SortedMap<Integer, Map.Entry<Instant, OrderEvent>> events = new TreeMap<>();
        events.put(1, Map.entry(Samples.NOON, new StockReserved()));

        assertThatThrownBy(() -> OrderHistory.fold(events)).hasMessageContaining("first event");
    }

    @Test
    void theDeadlineCountsOnlyWhileStockOrMoneyIsAwaited() {
        OrderHistory order = OrderHistory.begin(Samples.order());
        assertThat(order.deadline()).contains(Samples.order().deadline());

        order.apply(new StockReserved(), Samples.NOON);
        order.apply(new PaymentCompleted(), Samples.NOON);

        assertThat(order.deadline()).isEmpty();
    }

    private static SortedMap<Integer, Map.Entry<Instant, OrderEvent>> asStored(OrderHistory order) {
        SortedMap<Integer, Map.Entry<Instant, OrderEvent>> events = new TreeMap<>();
        order.events().forEach(each -> events.put(each.version(), Map.entry(each.at(), each.event())));
        return events;
    }
}
