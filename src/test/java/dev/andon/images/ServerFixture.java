package dev.andon.images;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;

/** A loader that fetches from a server on this machine, and what names resolve to for it. One thread. */
final class ServerFixture implements AutoCloseable {

    static final byte[] IMAGE = Pictures.jpeg();
    static final int MAX_BYTES = 100_000;

    final MockWebServer server = new MockWebServer();
    private final Map<String, InetAddress> names = new HashMap<>();
    private ImageLoader loader;

    ServerFixture() throws IOException {
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        loader = loader(List.of(), List.of(here()), Duration.ofSeconds(30));
    }

    /** Host and port of the server. */
    String here() {
        return "127.0.0.1:" + server.getPort();
    }

    ServerFixture allow(List<String> hosts, List<String> privateHosts) {
        return use(loader(hosts, privateHosts, Duration.ofSeconds(30)));
    }

    /** Time is short. */
    ServerFixture within(Duration timeout) {
        return use(loader(List.of(), List.of(here()), timeout));
    }

    ServerFixture resolve(String name, String address) {
        names.put(name, InetAddress.ofLiteral(address));
        return this;
    }

    ServerFixture answering(MockResponse.Builder... responses) {
        for (MockResponse.Builder response : responses) {
            server.enqueue(response.build());
        }
        return this;
    }

    LoadedImage load(String uri) {
        return loader.load(Frames.at(URI.create(uri), IMAGE));
    }

    /** What comes from {@code /a.jpg}. */
    LoadedImage load() {
        return load("http://" + here() + "/a.jpg");
    }

    static MockResponse.Builder image() {
        return new MockResponse.Builder().body(new Buffer().write(IMAGE));
    }

    static MockResponse.Builder status(int code) {
        return new MockResponse.Builder().code(code);
    }

    static MockResponse.Builder redirection(String location) {
        return status(302).addHeader("Location", location);
    }

    @Override
    public void close() {
        loader.close();
        server.close();
    }

    private ServerFixture use(ImageLoader other) {
        loader.close();
        loader = other;
        return this;
    }

    private ImageLoader loader(List<String> hosts, List<String> privateHosts, Duration timeout) {
        ImageAccess access = new ImageAccess(List.of(), hosts, privateHosts, timeout);
        return new ImageLoader(new AllowedRoots(List.of()),
                new ImageServers(access, this::lookup, Duration.ofMillis(1)), StoredImages.NONE, MAX_BYTES, 1_000_000);
    }

    private List<InetAddress> lookup(String name) throws UnknownHostException {
        InetAddress address = names.get(name);
        if (address == null) {
            throw new UnknownHostException(name + " is no name here");
        }
        return List.of(address);
    }
}
