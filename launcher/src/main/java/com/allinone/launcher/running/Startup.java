package com.allinone.launcher.running;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Probe;
import com.allinone.launcher.processes.Processes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Brings parts up: each as soon as what it needs is healthy, the heavy ones not all at once. */
public final class Startup {
    /** Five services that start together on two cores only slow each other down. */
    private static final int HEAVY_AT_ONCE = 3;

    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final ShopHome home;
    private final Processes processes;
    private final Progress progress;
    private final Semaphore heavy = new Semaphore(HEAVY_AT_ONCE, true);
    private final ConcurrentLinkedDeque<Part> started = new ConcurrentLinkedDeque<>();
    private final Object spawning = new Object();
    private boolean stopped;

    public Startup(ShopHome home, Progress progress) {
        this.home = home;
        this.processes = new Processes(home);
        this.progress = progress;
    }

    /** Returns when all of them are healthy; when one fails, those that were started here are stopped again. */
    public void start(List<Part> parts) {
        var kept = parts.stream().filter(this::keep).toList();
        var missing = parts.stream().filter(part -> !kept.contains(part)).toList();
        new Shutdown(processes, progress).stop(missing);
        missing.forEach(Startup::requireFreePorts);
        var ready = new HashMap<String, CompletableFuture<Void>>();
        kept.forEach(part -> ready.put(part.name(), CompletableFuture.completedFuture(null)));
        missing.forEach(part -> ready.put(part.name(), new CompletableFuture<>()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            missing.forEach(part -> threads.execute(() -> bringUp(part, ready)));
            try {
                awaitAll(ready.values());
            } catch (CompletionException failed) {
                forbid();
                threads.shutdownNow();
                throw failed;
            }
        } catch (CompletionException failed) {
            new Shutdown(processes, progress).stop(List.copyOf(started));
            home.requireSomeSpace();
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** No further process is started from now on. */
    public void forbid() {
        synchronized (spawning) {
            stopped = true;
        }
    }

    /** A part that runs exactly what would be started now, and is well, stays. */
    private boolean keep(Part part) {
        var same = processes
                .files()
                .find(part.name())
                .filter(running -> running.process().isPresent())
                .filter(running -> running.fingerprint().equals(part.program().fingerprint()))
                .isPresent();
        if (same && part.healthy()) {
            part.furnish();
            progress.part(part.name(), "runs already");
            return true;
        }
        return false;
    }

    private void bringUp(Part part, Map<String, CompletableFuture<Void>> ready) {
        var done = ready.get(part.name());
        if (done == null) {
            throw new IllegalArgumentException(part.name());
        }
        try {
            part.prepare();
            awaitAll(part.needs().stream()
                    .map(ready::get)
                    .filter(needed -> needed != null)
                    .toList());
            if (part.startsHeavily()) {
                heavy.acquire();
            }
            try {
                awaitHealth(part, spawn(part));
                part.furnish();
            } finally {
                if (part.startsHeavily()) {
                    heavy.release();
                }
            }
            progress.part(part.name(), "ready on " + part.ports().getFirst());
            done.complete(null);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(stopNow);
        } catch (RuntimeException failed) {
            ready.values().forEach(other -> other.completeExceptionally(failed));
        }
    }

    private ProcessHandle spawn(Part part) {
        synchronized (spawning) {
            if (stopped) {
                throw Failure.part("The start was stopped.");
            }
            progress.part(part.name(), "starting");
            started.addFirst(part);
            return processes.start(part.name(), part.program());
        }
    }

    private void awaitHealth(Part part, ProcessHandle process) throws InterruptedException {
        var end = System.nanoTime() + part.patience().toNanos();
        while (!part.healthy()) {
            if (!process.isAlive() || processes.find(part.name()).isEmpty()) {
                throw processes.died(part.name());
            }
            if (System.nanoTime() > end) {
                throw Failure.part("%s was not healthy after %d seconds; why is in its log."
                        .formatted(part.name(), part.patience().toSeconds()));
            }
            Thread.sleep(100);
        }
        if (processes.find(part.name()).isEmpty()) {
            throw processes.died(part.name());
        }
    }

    private static void requireFreePorts(Part part) {
        for (var port : part.ports()) {
            // What was just stopped may need a moment to let go of its sockets.
            if (!Probe.free(port) && !freeSoon(port)) {
                throw Failure.machine(
                        "Port %d, which %s needs, is busy; end what listens there, or move the whole shop with --port-offset."
                                .formatted(port, part.name()));
            }
        }
    }

    private static boolean freeSoon(int port) {
        for (var look = 0; look < LOOKS; look++) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stopNow) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (Probe.free(port)) {
                return true;
            }
        }
        return false;
    }

    private static void awaitAll(Collection<CompletableFuture<Void>> all) {
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
}
