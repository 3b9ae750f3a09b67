package com.allinone.identity.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The TCP line between the service and Keycloak. Its state is a system property, because tests live in another class
 * loader than what starts it.
 */
final class KeycloakLine implements AutoCloseable {

    static final String WANTED = "testing.keycloak.line";
    static final String ACTUAL = "testing.keycloak.line.actual";
    private static final String CREATION = "POST /auth/admin/realms/allinone/users";

    /** What the line does. */
    enum State {
        /** Bytes pass. */
        OPEN,
        /** Nobody listens, and every connection is gone. */
        CUT,
        /** The request that creates a user passes; its answer does not. */
        LOSES_ANSWERS,
        /** The answer to a request that creates a user takes two seconds. */
        SLOW
    }

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket listener;
    private volatile boolean closed;

    private KeycloakLine(int target) throws IOException {
        this.target = target;
        this.port = listen(0).getLocalPort();
        System.setProperty(WANTED, State.OPEN.name());
        System.setProperty(ACTUAL, State.OPEN.name());
        Thread.ofVirtual().start(this::obey);
    }

    static KeycloakLine to(int target) throws IOException {
        return new KeycloakLine(target);
    }

    int port() {
        return port;
    }

    private ServerSocket listen(int onPort) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort));
        listener = socket;
        Thread.ofVirtual().start(() -> accept(socket));
        return socket;
    }

    /** Makes the line what is wanted; then says so. */
    private void obey() {
        try {
            while (!closed) {
                State wanted = State.valueOf(System.getProperty(WANTED));
                if (wanted == State.CUT) {
                    hangUp();
                } else if (listener == null) {
                    listen(port);
                }
                System.setProperty(ACTUAL, wanted.name());
                Thread.sleep(10);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The line could not be opened again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hangUp() {
        ServerSocket listening = listener;
        listener = null;
        if (listening != null) {
            shut(listening);
        }
        open.forEach(KeycloakLine::shut);
        open.clear();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException e) {
                // Closed while waiting: that is how the line is cut.
                shut(socket);
            }
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            near.close();
            return;
        }
        open.add(near);
        open.add(far);
        Conversation conversation = new Conversation(near, far);
        Thread.ofVirtual().start(() -> conversation.carry(near, far, true));
        Thread.ofVirtual().start(() -> conversation.carry(far, near, false));
    }

    private static void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("A socket did not close", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
    }

    /** Both directions of one connection. */
    private static final class Conversation {

        private final Socket near;
        private final Socket far;
        private volatile boolean creating;

        Conversation(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void carry(Socket from, Socket to, boolean request) {
            byte[] buffer = new byte[16 * 1024];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (request) {
                        creating = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).startsWith(CREATION);
                    } else if (creating && State.valueOf(System.getProperty(ACTUAL)) == State.LOSES_ANSWERS) {
                        shut(near);
                        shut(far);
                        return;
                    } else if (creating && State.valueOf(System.getProperty(ACTUAL)) == State.SLOW) {
                        Thread.sleep(2_000);
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // One side hung up; closing both tells the other.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
