package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.shop.Databases;
import com.allinone.endtoend.shop.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** After everything: money and stock are right, and nothing is left lying about. */
@Story
@Order(Integer.MAX_VALUE)
class BooksStory {

    /** What the other stories left under way may come to its end. */
    private static final Duration PATIENCE = Shop.DEADLINE.plusSeconds(30);

    /** An unfinished sign-up is taken back after a minute, and looked for every 15 s. */
    private static final Duration SIGN_UP = Duration.ofSeconds(100);

    static final List<String> SERVICES = Shop.SERVICES;

    private static final String OPEN = """
            select order_id || ' ' || status from orders
             where status not in ('DELIVERY_READY', 'SHIPPED', 'DELIVERED', 'CANCELLED')""";

    private final Shop shop;
    private final Databases databases;

    BooksStory(Shop shop) {
        this.shop = shop;
        this.databases = shop.databases();
        await("every order's end")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(databases.ask("order", OPEN)).isEmpty());
    }

    @Test
    void noOrderIsOpenAndEachEndsAsItsEventsSay() {
        assertThat(databases.number("order", "select count(*) from orders")).isPositive();
        assertThat(databases.ask("order", """
                select o.order_id from orders o
                 where o.version <> (select max(version) from order_event e where e.order_id = o.order_id)
                    or o.version <> (select count(*) from order_event e where e.order_id = o.order_id)""")).isEmpty();
    }

    @Test
    void stockIsTakenByDeliverableOrdersAndByNoOthers() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(databases.ask("inventory", reservations("ALLOCATED")))
                    .isEqualTo(databases.ask("order", orders("DELIVERY_READY")));
            assertThat(databases.ask("inventory", reservations("SOLD")))
                    .isEqualTo(databases.ask("order", orders("SHIPPED", "DELIVERED")));
            assertThat(databases.ask("inventory", reservations("HELD"))).isEmpty();
        });
    }

    @Test
    void everyShelfAddsUpToWhatItsReservationsSay() {
        assertThat(databases.ask("inventory", """
                select s.sku from stock s
                  left join (select sku, warehouse,
                                    sum(quantity) filter (where stage = 'HELD') held,
                                    sum(quantity) filter (where stage = 'ALLOCATED') allocated,
                                    sum(quantity) filter (where stage = 'SOLD') sold
                               from reservation_line join reservation using (order_id)
                              group by sku, warehouse) r using (sku, warehouse)
                 where available + s.reserved + s.allocated + s.sold <> received - written_off
                    or s.reserved <> coalesce(r.held, 0)
                    or s.allocated <> coalesce(r.allocated, 0)
                    or s.sold <> coalesce(r.sold, 0)""")).isEmpty();
    }

    @Test
    void theLedgerSumsToZeroAndSaysWhatTheProviderSays() {
        assertThat(databases.number("payment", "select coalesce(sum(amount), 0) from ledger_entry"))
                .isZero();
        assertThat(databases.number(
                        "payment", "select coalesce(sum(amount), 0) from ledger_entry where account = 'PROVIDER'"))
                .isPositive()
                .isEqualTo(shop.provider().kept());
    }

    @Test
    void exactlyTheDeliverableOrdersArePaidEachItsTotal() {
        assertThat(databases.ask("payment", """
                        select order_id || ' ' || -sum(e.amount) from payment join ledger_entry e using (payment_id)
                         where account = 'SALES' group by order_id having sum(e.amount) <> 0 order by order_id""")).isEqualTo(databases.ask("order", """
                        select order_id || ' ' || amount from orders
                         where status in ('DELIVERY_READY', 'SHIPPED', 'DELIVERED') order by order_id"""));
    }

    @Test
    void nobodyIsHalfSignedUpAndOfEverybodyItWasSaid() {
        assertThat(databases.number("identity", "select count(*) from person")).isPositive();
        await().atMost(SIGN_UP)
                .untilAsserted(
                        () -> assertThat(databases.ask("identity", "select email from person where status <> 'ACTIVE'"))
                                .isEmpty());
        assertThat(databases.ask("identity", """
                select user_id from person
                 where not exists (select from outbox where key = user_id::text and type = 'user.registered.v1')""")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void noMessageIsParkedOrStillOnItsWay(String service) {
        assertThat(databases.ask(service, "select consumer || ' ' || type || ' ' || error from parked_message"))
                .isEmpty();
        assertThat(databases.ask(service, "select consumer || ' ' || key from parked_key"))
                .isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(databases.ask(service, "select position from outbox_pending"))
                        .isEmpty());
    }

    private static String reservations(String stage) {
        return "select order_id from reservation where stage = '%s' order by order_id".formatted(stage);
    }

    private static String orders(String... statuses) {
        return "select order_id from orders where status in ('%s') order by order_id"
                .formatted(String.join("', '", statuses));
    }
}
