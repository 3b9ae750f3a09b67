package com.allinone.chaos.proxying;

import com.allinone.chaos.proxying.Weather.Closed;
import com.allinone.chaos.proxying.Weather.Fair;
import com.allinone.chaos.proxying.Weather.Hole;
import com.allinone.chaos.proxying.Weather.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Passes the connections of one link on, as its weather lets it. What passes is never changed, dropped or reordered. */
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final int PIECE = 16 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    private final Link link;
    private final ServerSocket entrance;
    private final Set<Passing> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong cut = new AtomicLong();
    private final AtomicLong delayed = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final Object change = new Object();
    private volatile Weather weather = new Fair();

    private Proxy(Link link, ServerSocket entrance) {
        this.link = link;
        this.entrance = entrance;
    }

    /** A proxy that listens. */
    static Proxy open(Link link) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), link.entrance()), BACKLOG);
        var proxy = new Proxy(link, socket);
        Thread.ofPlatform().daemon().name("proxy " + link).start(proxy::accept);
        return proxy;
    }

    public Link link() {
        return link;
    }

    public void weather(Weather next) {
        synchronized (change) {
            weather = next;
            change.notifyAll();
        }
    }

    /** Resets every connection that is open now; returns how many. */
    public int cut() {
        var now = Set.copyOf(open);
        now.forEach(Passing::reset);
        cut.addAndGet(now.size());
        return now.size();
    }

    public Tally tally() {
        return new Tally(opened.get(), cut.get(), delayed.get(), held.get());
    }

    /** Whether one of its connections leaves from that port, which is the one that the other end sees. */
    boolean leavesFrom(int port) {
        return open.stream().anyMatch(passing -> passing.inner.getLocalPort() == port);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var outer = entrance.accept();
                if (weather instanceof Closed) {
                    reset(outer);
                } else {
                    Thread.ofVirtual().start(() -> pass(outer));
                }
            } catch (IOException closed) {
                // The next look at the entrance tells whether this was the end.
            }
        }
    }

    private void pass(Socket outer) {
        var inner = new Socket();
        var passing = new Passing(outer, inner);
        try {
            awaitPassage();
            inner.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), link.exit()), CONNECT_MILLIS);
            outer.setTcpNoDelay(true);
            inner.setTcpNoDelay(true);
        } catch (IOException nobodyThere) {
            passing.reset();
            return;
        }
        opened.incrementAndGet();
        open.add(passing);
        Thread.ofVirtual().start(() -> pump(passing, outer, inner));
        pump(passing, inner, outer);
    }

    private void pump(Passing passing, Socket from, Socket to) {
        var piece = new byte[PIECE];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
                awaitPassage();
                out.write(piece, 0, length);
            }
            // Half of a connection may end while the other half goes on.
            to.shutdownOutput();
            passing.halfDone();
        } catch (IOException broken) {
            passing.reset();
        }
        if (passing.done()) {
            open.remove(passing);
        }
    }

    private void awaitPassage() throws IOException {
        try {
            if (weather instanceof Slow slow) {
                delayed.incrementAndGet();
                Thread.sleep(slow.delay());
            }
            if (weather instanceof Hole) {
                held.incrementAndGet();
                synchronized (change) {
                    while (weather instanceof Hole && !entrance.isClosed()) {
                        change.wait(1_000);
                    }
                }
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopNow);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        weather(new Fair());
        open.forEach(Passing::reset);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // It is closed either way.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Nothing is left to close.
        }
    }

    /** One connection: the half before the proxy and the half behind it. */
    private static final class Passing {
        private final Socket outer;
        private final Socket inner;
        private final AtomicLong halves = new AtomicLong();

        Passing(Socket outer, Socket inner) {
            this.outer = outer;
            this.inner = inner;
        }

        void halfDone() {
            if (halves.incrementAndGet() == 2) {
                Proxy.close(outer);
                Proxy.close(inner);
            }
        }

        boolean done() {
            return outer.isClosed() || inner.isClosed();
        }

        void reset() {
            Proxy.reset(outer);
            Proxy.reset(inner);
        }
    }
}
