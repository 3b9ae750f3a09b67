package com.allinone.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ProbeTest {
    @Test
    void aPortIsBusyWhileSomethingListensOnLoopbackOrEverywhere() throws IOException {
        try (var loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var everywhere = new ServerSocket(0)) {
            assertThat(Probe.free(loopback.getLocalPort())).isFalse();
            assertThat(Probe.free(everywhere.getLocalPort())).isFalse();
            assertThat(Probe.listens(loopback.getLocalPort())).isTrue();
        }
    }

    @Test
    void aPortIsFreeAgainAfterwards() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(Probe.free(port)).isTrue();
        assertThat(Probe.listens(port)).isFalse();
    }
}
