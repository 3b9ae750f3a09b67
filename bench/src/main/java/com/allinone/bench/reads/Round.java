package com.allinone.bench.reads;

import com.allinone.bench.generating.ReadTold;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;

/**
 * One round of one read.
 *
 * @param bare whether the bare endpoint was asked, or the service
 * @param cpuMillis of every part that ran meanwhile
 * @param counted the parts whose processor time is that of the read
 */
record Round(
        Read read,
        boolean bare,
        ReadTold told,
        Map<String, Long> cpuMillis,
        Collection<String> counted,
        long generatorMillis) {
    double perSecond() {
        return told.requests() / told.seconds();
    }

    double millisEach() {
        var used = cpuMillis.entrySet().stream()
                .filter(part -> counted.contains(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return (double) used / Math.max(1, told.requests());
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("read", read.name())
                .put("what", bare ? "bare" : read.service())
                .put("requests", told.requests())
                .put("seconds", told.seconds())
                .put("bodyBytes", told.bytes())
                .put("perSecond", perSecond())
                .put("cpuMillisPerUnit", millisEach())
                .put("generatorCpuMillis", generatorMillis);
        json.set("cpuMillis", JsonNodeFactory.instance.pojoNode(cpuMillis));
        json.set("closedLoopMillis", told.millis());
        return json;
    }
}
