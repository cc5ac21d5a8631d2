package dev.andon.demo.cluster;

import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {

    @TempDir
    Path directory;

    @Test
    void aDirectoryKeepsItsPorts() throws Exception {
        int port = Ports.of(directory).port("http");

        assertThat(Ports.of(directory).port("http")).isEqualTo(port);
        assertThat(Ports.of(directory).port("management")).isNotEqualTo(port);
    }

    @Test
    void stayBelowThePortsOfOutgoingConnections() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(Ports.of(directory).port("port " + i)).isBetween(20_000, 31_999);
        }
    }

    @Test
    void noOtherProgramChoosesThemToo() throws Exception {
        int port = Ports.of(directory).port("http");

        assertThatThrownBy(() -> new DatagramSocket(port, InetAddress.ofLiteral("127.0.0.1")))
                .isInstanceOf(BindException.class);
    }

    @Test
    void nobodyListensOnAFreePort() throws Exception {
        assertThat(Ports.accepts(Ports.of(directory).port("free"))).isFalse();
    }
}
