package com.allinone.endtoend.shop;

import java.sql.SQLException;
import java.util.UUID;

/** Writes into the services' databases what their own code never would, and takes it back. */
public record Falsifier(Databases databases) {

    /** Inventory forgets that the order was confirmed; its shelf still adds up. */
    public void unallocates(String order) {
        write("inventory", """
                update stock set reserved = reserved + line.quantity, allocated = allocated - line.quantity
                  from reservation_line line
                 where line.order_id = '%s' and stock.sku = line.sku and stock.warehouse = line.warehouse""".formatted(order));
        write(
                "inventory",
                "update reservation set stage = 'HELD', overdue_at = now() + interval '1 hour' where order_id = '%s'"
                        .formatted(order));
    }

    /** The ledger has twice what was paid, and still sums to zero. */
    public void booksTwiceTheAmount(String order) {
        ledger("amount * 2", order);
    }

    public void booksHalfTheAmount(String order) {
        ledger("amount / 2", order);
    }

    /** The order costs so much more than it did. */
    public void prices(String order, int more) {
        write("order", "update orders set amount = amount + %d where order_id = '%s'".formatted(more, order));
    }

    public void inventsAReservation(UUID order) {
        write("inventory", "insert into reservation (order_id, stage) values ('%s', 'RELEASED')".formatted(order));
    }

    public void inventsAPayment(UUID order) {
        write("payment", """
                insert into payment (payment_id, order_id, version, state, confirms, reason, requested_at, changed_at)
                values (gen_random_uuid(), '%s', 1, 'DECLINED', 0, 'CANCELLED', now(), now())""".formatted(order));
    }

    /** Everything that comes for this key from now on waits behind something that is parked. */
    public void parks(String service, String consumer, String key) {
        write(
                service,
                "insert into parked_key (consumer, key, parked_at) values ('%s', '%s', now())"
                        .formatted(consumer, key));
    }

    /** A message of the order leaves once more, as after a relay that died before it heard that Kafka has it. */
    public void saysAgain(String service, String order, String type) {
        write(service, """
                insert into outbox_pending (position, recorded_at)
                select position, recorded_at from outbox where key = '%s' and type = '%s'""".formatted(order, type));
    }

    /** Takes back what was invented for an order. */
    public void forgets(UUID order) {
        write("inventory", "delete from reservation where order_id = '%s'".formatted(order));
        write("payment", "delete from payment where order_id = '%s'".formatted(order));
    }

    private void ledger(String amount, String order) {
        write("payment", "alter table ledger_entry disable trigger user");
        write("payment", """
                update ledger_entry set amount = %s
                 where payment_id = (select payment_id from payment where order_id = '%s')""".formatted(amount, order));
        write("payment", "alter table ledger_entry enable trigger user");
    }

    private void write(String service, String statement) {
        try (var connection = databases.connect(service, service);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("%s answered %s to %s".formatted(service, e.getMessage(), statement), e);
        }
    }
}
