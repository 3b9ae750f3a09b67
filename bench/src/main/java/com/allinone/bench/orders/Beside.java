package com.allinone.bench.orders;

import com.allinone.bench.beside.Peer;
import com.allinone.bench.measuring.Spread;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.TreeMap;

/**
 * A peer and its rounds.
 *
 * @param name a word
 * @param title what it is exactly
 * @param unit what it does one of
 * @param goal orders that the shop should reach for each unit
 * @param rounds at least one
 */
record Beside(String name, String title, String unit, double goal, List<PeerRound> rounds) {
    /**
     * One round of it.
     *
     * @param standingByMillis processor time that everything else, which had nothing to do, used meanwhile
     */
    record PeerRound(Peer.Run run, long standingByMillis) {}

    Beside {
        rounds = List.copyOf(rounds);
    }

    Spread perSecond() {
        return Spread.of(rounds.stream().map(round -> round.run().perSecond()).toList());
    }

    Spread millisEach() {
        return Spread.of(rounds.stream().map(round -> round.run().millisEach()).toList());
    }

    /** Every round with what was counted in it. */
    void addTo(ArrayNode all) {
        for (var round : rounds) {
            var run = round.run();
            var parts = all.addObject()
                    .put("what", name)
                    .put("title", title)
                    .put("seconds", run.seconds())
                    .put(unit + "s", run.done())
                    .put("perSecond", run.perSecond())
                    .put("cpuMillisPerUnit", run.millisEach())
                    .put("clientCpuMillis", run.clientMillis())
                    .put("standingByCpuMillis", round.standingByMillis())
                    .putObject("cpuMillis");
            new TreeMap<>(run.processors()).forEach(parts::put);
        }
    }
}
