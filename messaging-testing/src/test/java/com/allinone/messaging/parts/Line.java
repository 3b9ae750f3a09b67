package com.allinone.messaging.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP line to a port of this machine, which a test can cut and mend. */
public final class Line implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    public Line(int exit) {
        this.exit = exit;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections from now on. */
    public Line start() {
        Thread.ofVirtual().start(this::accept);
        return this;
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public void cut() {
        cut = true;
        open.forEach(Line::close);
        open.clear();
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        close(entrance);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                if (cut) {
                    close(near);
                } else {
                    connect(near);
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), exit);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
        if (cut) {
            cut();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // A line that was cut.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("A socket did not close", e);
        }
    }
}
