package com.allinone.bench.orders;

import com.allinone.bench.beside.Peer;
import com.allinone.bench.orders.Beside.PeerRound;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The peers of a run: all of them stand ready, and one at a time is measured. */
final class Peers implements AutoCloseable {
    private final Progress progress;
    private final List<Measured> measured = new ArrayList<>();

    private record Measured(Peer peer, double goal, List<PeerRound> rounds) {}

    private Peers(Progress progress) {
        this.progress = progress;
    }

    /** Starts them one after the other; when one fails, those before it are stopped again. */
    static Peers start(List<Rival> rivals, Site shop, Progress progress) throws InterruptedException {
        var peers = new Peers(progress);
        try {
            for (var rival : rivals) {
                peers.measured.add(new Measured(rival.start().start(shop, progress), rival.goal(), new ArrayList<>()));
            }
            return peers;
        } catch (RuntimeException | InterruptedException failed) {
            peers.close();
            throw failed;
        }
    }

    /** One round of each, in turn. */
    void round(int seconds, LongSupplier shopMillis) throws InterruptedException {
        for (var one : measured) {
            var before = shopMillis.getAsLong() + others(one);
            var run = one.peer().run(seconds);
            one.rounds().add(new PeerRound(run, shopMillis.getAsLong() + others(one) - before));
            progress.part(
                    one.peer().name(),
                    String.format(
                            Locale.ROOT,
                            "%.0f %ss/s; %.2f ms CPU each",
                            run.perSecond(),
                            one.peer().unit(),
                            run.millisEach()));
        }
    }

    /** Of all of them so far. */
    long processorMillis() {
        return measured.stream()
                .mapToLong(one -> Peer.millis(one.peer().processorMillis()))
                .sum();
    }

    private long others(Measured one) {
        return processorMillis() - Peer.millis(one.peer().processorMillis());
    }

    List<Beside> all() {
        return measured.stream()
                .map(one -> new Beside(
                        one.peer().name(), one.peer().title(), one.peer().unit(), one.goal(), one.rounds()))
                .toList();
    }

    @Override
    public void close() {
        measured.reversed().forEach(one -> one.peer().close());
    }
}
