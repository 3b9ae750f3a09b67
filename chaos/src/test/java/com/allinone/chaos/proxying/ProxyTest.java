package com.allinone.chaos.proxying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.chaos.proxying.Weather.Closed;
import com.allinone.chaos.proxying.Weather.Fair;
import com.allinone.chaos.proxying.Weather.Hole;
import com.allinone.chaos.proxying.Weather.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket echo;
    private final Proxy proxy;

    ProxyTest() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = Proxy.open(new Link("caller", "echo", freePort(), echo.getLocalPort()));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @BeforeEach
    void answer() {
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    var socket = echo.accept();
                    Thread.ofVirtual().start(() -> repeat(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void whatIsSaidComesBackAndTheEndIsPassedOn() throws IOException {
        try (var caller = call()) {
            say(caller, "hello");
            caller.shutdownOutput();

            assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("hello");
        }
        assertThat(proxy.tally().opened()).isEqualTo(1);
    }

    @Test
    void aCutConnectionIsReset() throws IOException {
        try (var caller = call()) {
            say(caller, "hello");
            assertThat(hear(caller)).isEqualTo('h');

            assertThat(proxy.cut()).isEqualTo(1);

            assertThatThrownBy(() -> caller.getInputStream().readNBytes(10)).isInstanceOf(IOException.class);
        }
        assertThat(proxy.tally().cut()).isEqualTo(1);
    }

    @Test
    void aSlowWayDelaysAndLosesNothing() throws IOException {
        proxy.weather(new Slow(Duration.ofMillis(300)));
        try (var caller = call()) {
            var begun = System.nanoTime();
            say(caller, "hello");

            assertThat(hear(caller)).isEqualTo('h');
            // Once on the way there and once on the way back.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(590));
        }
        assertThat(proxy.tally().delayed()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aHoleHoldsEverythingUntilItHeals() throws IOException {
        try (var caller = call()) {
            say(caller, "h");
            assertThat(hear(caller)).isEqualTo('h');
            proxy.weather(new Hole());
            say(caller, "i");
            caller.setSoTimeout(300);
            assertThatThrownBy(() -> caller.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.weather(new Fair());

            caller.setSoTimeout(PATIENCE_MILLIS);
            assertThat(hear(caller)).isEqualTo('i');
        }
        assertThat(proxy.tally().held()).isEqualTo(1);
    }

    @Test
    void aClosedWayTurnsAway() {
        proxy.weather(new Closed());

        assertThatThrownBy(() -> {
                    try (var caller = call()) {
                        say(caller, "hello");
                        assertThat(hear(caller)).isEqualTo(-1);
                        throw new IOException("ended");
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(proxy.tally().opened()).isZero();
    }

    private Socket call() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.link().entrance());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int hear(Socket socket) throws IOException {
        return socket.getInputStream().read();
    }

    private static void repeat(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException broken) {
            // The caller has gone.
        }
    }
}
