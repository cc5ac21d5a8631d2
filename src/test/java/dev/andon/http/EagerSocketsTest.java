package dev.andon.http;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EagerSocketsTest {

    private static final int OKHTTP_PIECE = 8192;

    private final EagerSockets sockets = new EagerSockets();

    @Test
    void theLastPieceOfARequestDoesNotWaitForAcknowledgements() throws Exception {
        try (Socket socket = sockets.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void piecesAreCollectedUntilTheyAreFlushed() throws Exception {
        byte[] sent = new byte[20_000];
        new Random(1).nextBytes(sent);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = sockets.createSocket()) {
            client.connect(server.getLocalSocketAddress());
            try (Socket served = server.accept()) {
                OutputStream out = client.getOutputStream();
                for (int at = 0; at < sent.length; at += OKHTTP_PIECE) {
                    out.write(sent, at, Math.min(OKHTTP_PIECE, sent.length - at));
                }
                assertThat(served.getInputStream().available()).isZero();

                out.flush();

                assertThat(served.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            }
        }
    }
}
