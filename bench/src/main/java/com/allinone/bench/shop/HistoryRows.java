package com.allinone.bench.shop;

import java.util.List;

/**
 * The rows of orders that were delivered long ago, as statements of one service's database each: set-based, and
 * consistent with each other, for whatever an order is made of follows from its number alone.
 *
 * @param first the number of the first of them
 * @param last the number of the last of them
 * @param begins when order 0 would have been placed, milliseconds since 1970
 * @param apart milliseconds from one order to the next
 * @param shoppers who order in turn
 */
record HistoryRows(long first, long last, long begins, long apart, int shoppers) {
    private static final long AMOUNT = 12_900;
    private static final String CURRENCY = "KRW";

    /** An order's number, id (a UUIDv7), shopper, time and count of lines; shoppers are those who have {@link Tokens}. */
    private static final String ORDERS = """
            (select number, millis,
                    (lpad(to_hex(millis), 12, '0') || '70008000' || lpad(to_hex(number), 12, '0'))::uuid as order_id,
                    (lpad(to_hex(millis), 12, '0') || '70009000' || lpad(to_hex(number), 12, '0'))::uuid as payment_id,
                    ('be4c0000-0000-4000-8000-' || lpad(to_hex(number % :shoppers), 12, '0'))::uuid as user_id,
                    to_timestamp(millis / 1000.0) as placed_at, 1 + number % 5 as lines
               from (select number, :begins + number * :apart as millis
                       from generate_series(:first::bigint, :last::bigint) as number) as counted) as history
            """;

    /** Steps that no two lines of an order share. */
    private static final String LINES = ORDERS + """
              cross join lateral (
                select line, 'BENCH-' || lpad(((number * 37 + line * 211) % :skus)::text, 4, '0') as sku
                  from generate_series(1, lines) as line) as lined
            """;

    private static final String HEADS = """
            insert into orders (order_id, user_id, version, status, amount, currency, placed_at, changed_at)
            select order_id, user_id, 5, 'DELIVERED', lines * :amount, ':currency', placed_at,
                   placed_at + interval '20 hours'
              from\s""" + ORDERS;

    private static final String ORDER_LINES = """
            insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
            select order_id, line, sku, 1, :amount, '측정용 상품 ' || sku, 'Measured product ' || sku, ':picture'
              from\s""" + LINES;

    private static final String PLACED = """
            insert into order_event (order_id, version, type, body, occurred_at)
            select order_id, 1, 'order.placed.v1',
                   jsonb_build_object('order', jsonb_build_object(
                     'id', jsonb_build_object('value', order_id), 'userId', user_id, 'addressId', null,
                     'paymentMethod', 'tok_visa', 'placedAt', placed_at, 'deadline', placed_at + interval '15 minutes',
                     'lines', jsonb_agg(jsonb_build_object(
                       'sku', sku, 'quantity', 1, 'picture', ':picture',
                       'name', jsonb_build_object('ko', '측정용 상품 ' || sku, 'en', 'Measured product ' || sku),
                       'unitPrice', jsonb_build_object('amount', :amount, 'currency', ':currency')) order by line))),
                   placed_at
              from\s""" + LINES + " group by order_id, user_id, placed_at";

    private static final String LATER_EVENTS = """
            insert into order_event (order_id, version, type, body, occurred_at)
            select order_id, version, type, '{}', placed_at + after
              from\s""" + ORDERS + """
              cross join (values (2, 'stock.reserved.v1', interval '100 ms'),
                                 (3, 'payment.completed.v1', interval '300 ms'),
                                 (4, 'order.shipped.v1', interval '8 hours'),
                                 (5, 'order.delivered.v1', interval '20 hours')) as step (version, type, after)
            """;

    private static final String RESERVATIONS = """
            insert into reservation (order_id, stage, expires_at, overdue_at, changed_at)
            select order_id, 'SOLD', placed_at + interval '15 minutes', placed_at + interval '15 minutes',
                   placed_at + interval '8 hours'
              from\s""" + ORDERS;

    private static final String RESERVATION_LINES = """
            insert into reservation_line (order_id, sku, warehouse, quantity)
            select order_id, sku, ':warehouse', 1 from\s""" + LINES;

    /** What was sold had been received before. */
    private static final String STOCK = """
            update stock set received = received + units, sold = sold + units
              from (select sku as moved, count(*) as units from\s""" + LINES + """
                     group by sku) as movement
             where sku = moved and warehouse = ':warehouse'""";

    private static final String PAYMENTS = """
            insert into payment (payment_id, order_id, version, user_id, amount, currency, payment_method, not_after,
                state, intent_id, confirms, completed_at, requested_at, changed_at)
            select payment_id, order_id, 4, user_id, lines * :amount, ':currency', 'tok_visa',
                   placed_at + interval '15 minutes', 'COMPLETED', 'pi_history_' || number, 0,
                   placed_at + interval '300 ms', placed_at + interval '100 ms', placed_at + interval '300 ms'
              from\s""" + ORDERS;

    private static final String LEDGER =
            """
            insert into ledger_entry (payment_id, kind, account, amount, currency, booked_at)
            select payment_id, 'CAPTURE', account, sign * lines * :amount, ':currency', placed_at + interval '300 ms'
              from\s""" + ORDERS + " cross join (values ('PROVIDER', 1), ('SALES', -1)) as side (account, sign)";

    /** In the database {@code order}. */
    List<String> order() {
        return written(List.of(HEADS, ORDER_LINES, PLACED, LATER_EVENTS));
    }

    /** In the database {@code inventory}; the shelves of {@link Stocking} must be there. */
    List<String> inventory() {
        return written(List.of(RESERVATIONS, RESERVATION_LINES, STOCK));
    }

    /** In the database {@code payment}. */
    List<String> payment() {
        return written(List.of(PAYMENTS, LEDGER));
    }

    private List<String> written(List<String> statements) {
        return statements.stream()
                .map(text -> text.replace(":first", Long.toString(first))
                        .replace(":last", Long.toString(last))
                        .replace(":begins", Long.toString(begins))
                        .replace(":apart", Long.toString(apart))
                        .replace(":shoppers", Integer.toString(shoppers))
                        .replace(":skus", Integer.toString(Stocking.SKUS))
                        .replace(":amount", Long.toString(AMOUNT))
                        .replace(":currency", CURRENCY)
                        .replace(":warehouse", Stocking.WAREHOUSE)
                        .replace(":picture", Stocking.PICTURE))
                .toList();
    }
}
