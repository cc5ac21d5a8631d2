package dev.andon.embedding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The embedder in a process of its own, whose home, temporary directory and way to the network are watched. */
class InProcessEmbedderIT {

    @TempDir
    Path directory;

    @Test
    void staysOfflineAndLeavesNothing() throws Exception {
        Path home = Files.createDirectory(directory.resolve("home"));
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path output = directory.resolve("output");

        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process child = start(home, temporary, proxy.getLocalPort(), output);
            try {
                assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                child.destroyForcibly();
            }

            assertThat(output).content().contains("vectors: 2");
            assertThat(child.exitValue()).isZero();
            assertThat(home).isEmptyDirectory();
            assertThat(temporary).isEmptyDirectory();
            assertThatNobodyConnected(proxy);
        }
    }

    private static Process start(Path home, Path temporary, int proxyPort, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData", "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + proxyPort,
                "-cp", System.getProperty("java.class.path"), Child.class.getName()));
        builder.environment().put("HOME", home.toString());
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static void assertThatNobodyConnected(ServerSocket proxy) throws IOException {
        proxy.setSoTimeout(1);
        assertThatThrownBy(proxy::accept).isInstanceOf(SocketTimeoutException.class);
    }

    /** What runs in the child. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws IOException {
            try (InProcessEmbedder embedder = InProcessEmbedder.load()) {
                List<float[]> vectors = TestVectors.of(embedder, "A hole is missing.", "All is well.");
                System.out.println("vectors: " + vectors.size());
            }
        }
    }
}
