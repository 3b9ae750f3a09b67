package com.allinone.bench.beside;

import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.util.Map;

/** Something that people would pick instead, running beside the shop on a server of its own. */
public interface Peer extends AutoCloseable {
    /** A word, as in the keys of JSON. */
    String name();

    /** What it is exactly, and how it is driven. */
    String title();

    /** What it does one of where the shop carries one order to its end. */
    String unit();

    /** Does as much as it can for so long. */
    Run run(int seconds) throws InterruptedException;

    /** Milliseconds of processor time of its processes so far, by name; not of a load that is a process apart. */
    Map<String, Long> processorMillis();

    @Override
    void close();

    /** Starts one, warm and ready to be measured, beside a shop. */
    @FunctionalInterface
    interface Start {
        Peer start(Site shop, Progress progress) throws InterruptedException;
    }

    /**
     * What one run did.
     *
     * @param done units
     * @param processors milliseconds of processor time that each of its processes used, by name
     * @param clientMillis that of its load, where that is a process apart; else 0
     */
    record Run(long done, double perSecond, Map<String, Long> processors, long clientMillis) {
        public Run {
            processors = Map.copyOf(processors);
        }

        /** How long it took; the rate was computed from it. */
        public double seconds() {
            return perSecond > 0 ? done / perSecond : 0;
        }

        /** Processor time of a unit, all processes together. */
        public double millisEach() {
            return (double) millis(processors) / Math.max(1, done);
        }
    }

    /** All together. */
    static long millis(Map<String, Long> processors) {
        return processors.values().stream().mapToLong(Long::longValue).sum();
    }
}
