package com.allinone.bench.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void answersOfKnownLengthAreTakenInWholeOneAfterTheOther() throws Exception {
        try (var server = answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nA: b\r\n\r\nhello"
                        + "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
                var connection = new HttpConnection(server.getLocalPort())) {
            connection.exchange(REQUEST);
            assertThat(connection.status()).isEqualTo(200);
            assertThat(connection.bodyBytes()).isEqualTo(5);

            connection.exchange(REQUEST);
            assertThat(connection.status()).isEqualTo(404);
            assertThat(connection.bodyBytes()).isZero();
        }
    }

    @Test
    void chunksAreAddedUpAndTheirTrailersPassedOver() throws Exception {
        var longest = "x".repeat(0x4321);
        try (var server = answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "5\r\nhello\r\n4321;note=1\r\n" + longest + "\r\n0\r\nTrailer: 1\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n!");
                var connection = new HttpConnection(server.getLocalPort())) {
            connection.exchange(REQUEST);
            assertThat(connection.bodyBytes()).isEqualTo(5 + 0x4321);

            connection.exchange(REQUEST);
            assertThat(connection.bodyBytes()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsCutOffIsNoAnswer() throws Exception {
        try (var server = answering("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello");
                var connection = new HttpConnection(server.getLocalPort())) {
            assertThatThrownBy(() -> connection.exchange(REQUEST)).isInstanceOf(EOFException.class);
        }
    }

    /** Takes one connection, writes this, waits for both requests or the end, and hangs up. */
    private static ServerSocket answering(String text) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (var socket = server.accept()) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException over) {
                // The test is.
            }
        });
        return server;
    }
}
