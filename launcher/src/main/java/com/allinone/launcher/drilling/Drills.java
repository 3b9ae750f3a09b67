package com.allinone.launcher.drilling;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Operating;
import com.allinone.launcher.demo.Ordering;
import com.allinone.launcher.demo.Reconciliation;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.operating.MessageDesk;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** All drills there are, on one shop. */
public final class Drills {
    public static final List<String> NAMES = List.of(
            "parked-message",
            "provider-breaker-open",
            "service-down",
            "outbox-lag",
            "stuck-saga",
            "refund-failed",
            "reconciliation-drift",
            "ledger-off");
    private final List<Drill> all;

    private Drills(List<Drill> all) {
        this.all = List.copyOf(all);
    }

    public static Drills on(Site site, Clock clock) {
        var shop = JsonCalls.to(site.ports().origin());
        var signIn = new SignIn(shop);
        var shopper = shop.as(signIn.token(DemoUser.SHOPPER));
        var operator = shop.as(signIn.token(DemoUser.OPERATOR));
        var ordering = new Ordering(shopper);
        var processes = new Processes(site.home());
        var customer = new Customer(shopper);
        var books = new Reconciliation(operator);
        return new Drills(List.of(
                new ParkedMessageDrill(
                        MessageDesk.of(operator, "order"),
                        site.ports().kafka(),
                        UUID.randomUUID().toString(),
                        clock),
                new ProviderBreakerDrill(
                        ordering,
                        JsonCalls.to("http://127.0.0.1:" + site.ports().simulator())),
                new ServiceDownDrill(new Frozen(processes, "catalog")),
                new OutboxLagDrill(ordering, new Frozen(processes, "kafka")),
                new StuckSagaDrill(customer, new Frozen(processes, "inventory")),
                new RefundFailedDrill(customer, new Operating(operator)),
                new FalseBooksDrill("reconciliation-drift", "ReconciliationDrift", customer, books, price(site)),
                new FalseBooksDrill("ledger-off", "LedgerOff", customer, books, ledger(site))));
    }

    private static Falsehood price(Site site) {
        return new Falsehood(
                site,
                "order",
                List.of("update orders set amount = amount + 1 where order_id = '%s'"),
                List.of("update orders set amount = (select sum(quantity * unit_amount) from order_line l"
                        + " where l.order_id = orders.order_id) where order_id = '%s'"),
                "the amount is one too many in the row");
    }

    /** The ledger refuses to be changed, so its triggers are switched off for it. */
    private static Falsehood ledger(Site site) {
        return new Falsehood(
                site,
                "payment",
                ledger("amount * 2"),
                ledger("sign(amount) * (select p.amount from payment p where p.payment_id = ledger_entry.payment_id)"),
                "the ledger has twice the money");
    }

    private static List<String> ledger(String amount) {
        return List.of(
                "alter table ledger_entry disable trigger user",
                "update ledger_entry set amount = " + amount
                        + " where payment_id = (select payment_id from payment where order_id = '%s')",
                "alter table ledger_entry enable trigger user");
    }

    public Drill named(String name) {
        return all.stream()
                .filter(drill -> drill.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
