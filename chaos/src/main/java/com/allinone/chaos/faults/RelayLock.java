package com.allinone.chaos.faults;

import com.allinone.chaos.faults.Fault.WithoutEffect;
import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Wiring;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The advisory lock by which one process of a service publishes, and who holds it. */
final class RelayLock {
    /** The two halves of the lock's key, as pg_locks shows one of 64 bits. */
    private static final String HOLDER = """
            select a.client_port from pg_locks l join pg_stat_activity a on a.pid = l.pid
             where l.locktype = 'advisory' and l.granted and l.classid = 114 and l.objid = 1701601657
               and a.datname = ?""";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private RelayLock() {}

    /** The process that holds the lock now: known by the port that its connection leaves the proxy from. */
    static Optional<String> holder(BrokenShop shop, String service) throws SQLException {
        return shop.databases().list(service, HOLDER, row -> row.getInt(1), service).stream()
                .map(port -> shop.proxies().caller(Wiring.POSTGRES, port))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Waits until somebody is seen with it. */
    static String awaitHolder(BrokenShop shop, String service)
            throws SQLException, InterruptedException, WithoutEffect {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var holder = holder(shop, service);
            if (holder.isPresent()) {
                return holder.get();
            }
            Thread.sleep(5);
        }
        throw new WithoutEffect("nobody was seen with the relay's lock of " + service);
    }

    /** Waits until that process is seen with it. */
    static void awaitHolder(BrokenShop shop, String service, String wanted) throws InterruptedException, WithoutEffect {
        if (!Pauses.until(
                PATIENCE, () -> holder(shop, service).filter(wanted::equals).isPresent())) {
            throw new WithoutEffect("%s did not become the relay of %s".formatted(wanted, service));
        }
    }
}
