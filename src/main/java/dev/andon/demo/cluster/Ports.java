package dev.andon.demo.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The loopback ports of a server, chosen once and remembered in its directory, so that it can be found again after a
 * restart.
 *
 * <p>They lie below the range from which operating systems take the local ports of outgoing connections. A port of that
 * range can be taken by a client while its server is down, even by one that tries to reach the server.
 *
 * <p>A port is claimed for as long as the process lives that chose it, so that no other one chooses it too, before the
 * server listens or while it is down. Any thread.
 */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String FILE = "ports.properties";

    /** Servers listen for connections, so the same port for datagrams is there to say that it is taken. */
    private static final Set<DatagramSocket> CLAIMS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Properties known = new Properties();

    private Ports(Path file) {
        this.file = file;
    }

    /** The ports of a server that has this directory, which is made where it is missing. */
    public static Ports of(Path directory) throws IOException {
        Files.createDirectories(directory);
        Ports ports = new Ports(directory.resolve(FILE));
        if (Files.exists(ports.file)) {
            try (Reader reader = Files.newBufferedReader(ports.file)) {
                ports.known.load(reader);
            }
        }
        return ports;
    }

    /** The port of this name: the remembered one, or a free one that is remembered from now on. */
    public int port(String name) throws IOException {
        String value = known.getProperty(name);
        if (value != null) {
            return Integer.parseInt(value);
        }
        int port = free();
        known.setProperty(name, Integer.toString(port));
        try (Writer writer = Files.newBufferedWriter(file)) {
            known.store(writer, null);
        }
        return port;
    }

    /** Whether something listens. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private int free() throws IOException {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (!known.containsValue(Integer.toString(port)) && canBind(port) && claim(port)) {
                return port;
            }
        }
        throw new IOException("no free port between " + FIRST + " and " + LAST + " on 127.0.0.1");
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean claim(int port) {
        try {
            CLAIMS.add(new DatagramSocket(port, LOOPBACK));
            return true;
        } catch (SocketException e) {
            return false;
        }
    }
}
