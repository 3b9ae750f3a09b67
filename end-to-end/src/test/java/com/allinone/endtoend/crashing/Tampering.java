package com.allinone.endtoend.crashing;

import com.allinone.endtoend.shop.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What brings about, in the services' own tables, what would need days, or a defect, to come about by itself. */
final class Tampering {

    private final Databases databases;
    private final Set<String> nonsense = ConcurrentHashMap.newKeySet();

    Tampering(Databases databases) {
        this.databases = databases;
    }

    /** Whether what is parked under this key was said here, and by nobody else. */
    boolean said(String key) {
        return nonsense.contains(key);
    }

    /** Order says something true in form that no consumer can make sense of. */
    void saysNonsense() {
        saysNonsense(UUID.randomUUID().toString());
    }

    /** Nonsense, and behind it, under the same key, what order said of this order before; returns the key. */
    String saysNonsenseAndAgain(String order) {
        String key = UUID.randomUUID().toString();
        saysNonsense(key);
        says("""
                message_id, topic, '%s', type, body, now() from outbox
                 where key = '%s' and type = 'stock.reserve.v1' limit 1""".formatted(key, order));
        return key;
    }

    private void saysNonsense(String key) {
        nonsense.add(key);
        says("'%s'::uuid, 'inventory.commands', '%s', 'stock.reserve.v1', '{}', now()".formatted(uuidV7(), key));
    }

    private void says(String message) {
        write("order", """
                with row as (
                  insert into outbox (position, message_id, topic, key, type, body, recorded_at)
                  select nextval('outbox_position'), %s
                  returning position, recorded_at)
                insert into outbox_pending select position, recorded_at from row""".formatted(message));
    }

    void hasBeenStuckForLong() {
        write("order", """
                update orders set changed_at = now() - interval '1 hour'
                 where waits_for is not null and deadline_at is null and changed_at > now() - interval '1 hour'""");
    }

    void falsifiesAnOrder() {
        write("order", """
                update orders set amount = amount + 1
                 where order_id = (select order_id from orders where status = 'CANCELLED' order by order_id limit 1)""");
    }

    void hasWaitedForTooLong() {
        write("order", "update orders set deadline_at = now() where deadline_at > now()");
    }

    void isHeldForTooLong() {
        write("inventory", "update reservation set overdue_at = now() where stage = 'HELD' and overdue_at > now()");
    }

    void forgetsAProduct() {
        write("catalog", "delete from product where sku = (select min(sku) from product where sku not like 'STORY%')");
    }

    void losesADay() {
        write("catalog", "drop table " + lastDay());
    }

    private String lastDay() {
        return databases.ask("catalog", """
                        select max(inhrelid::regclass::text) from pg_inherits
                         where inhparent = 'outbox'::regclass and inhrelid::regclass::text ~ '^outbox_[0-9]{8}$'""").getFirst();
    }

    void keepsADayForTooLong() {
        write("catalog", """
                create table if not exists outbox_20200101
                partition of outbox for values from ('2020-01-01 00:00Z') to ('2020-01-02 00:00Z')""");
    }

    void keepsAKeyForTooLong() {
        write("catalog", """
                insert into idempotency_key (caller, route, key, body_hash, created_at)
                values ('nobody', 'POST /', '%s', '', now() - interval '8 days')""".formatted(UUID.randomUUID()));
    }

    void keepsAWebhookForTooLong() {
        write(
                "payment",
                "insert into webhook_event values ('%s', now() - interval '2 days')".formatted(UUID.randomUUID()));
    }

    /** Whoever is half signed up is gone before the account is. */
    void forgetsWhoIsHalfSignedUp() {
        write("identity", "delete from person where status = 'PENDING'");
    }

    /** Who has just signed up never was told so: the account is there, the row is as it was before, and old. */
    void leavesBehindHalfASignUp(String userId) {
        write("identity", """
                update person set status = 'PENDING', user_id = null, registered_at = null,
                       touched_at = now() - interval '1 hour'
                 where user_id = '%s'""".formatted(userId));
    }

    void forgetsAPerson(String userId) {
        write("identity", "delete from person where user_id = '%s'".formatted(userId));
    }

    /** Everybody signed up long ago, with a key that is not forgotten yet. */
    void ageSignUps() {
        write("identity", """
                update person set touched_at = now() - interval '8 days',
                       request_key = coalesce(request_key, gen_random_uuid()::text)
                 where status = 'ACTIVE'""");
    }

    /** Who walked through the provider's list is dead, and its lease is not waited for. */
    void leasesNoWalk() {
        write("payment", "update provider_walk set leased_until = now() where leased_until > now()");
    }

    /** Whatever is to be charged from now on is charged within so long or never. */
    void hasTimeFor(Duration atMost) {
        write("payment", """
                create or replace function short_of_time() returns trigger language plpgsql as $$
                begin
                  new.not_after := now() + interval '%d seconds';
                  return new;
                end $$;
                create or replace trigger short_of_time before insert on payment
                   for each row execute function short_of_time()""".formatted(atMost.toSeconds()));
    }

    void hasTimeAgain() {
        write("payment", "drop trigger if exists short_of_time on payment; drop function if exists short_of_time");
    }

    private void write(String service, String statement) {
        try (Connection connection = databases.connect(service, service);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(service + ": " + statement, e);
        }
    }

    private static String uuidV7() {
        String random = UUID.randomUUID().toString();
        String millis = "%012x".formatted(System.currentTimeMillis());
        return millis.substring(0, 8) + "-" + millis.substring(8) + "-7" + random.substring(15);
    }
}
