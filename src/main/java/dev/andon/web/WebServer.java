package dev.andon.web;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

/** A server for HTTP that answers on virtual threads and says nothing at its start. Any thread. */
public final class WebServer implements AutoCloseable {

    private final Javalin server;
    private final URI address;

    private WebServer(Javalin server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts to listen.
     *
     * @param port     0 for any that is free
     * @param remedy   what to do where it cannot listen there
     * @param settings adds routes and whatever else differs from server to server
     * @throws IOException if it cannot listen there; the message says what to do
     */
    public static WebServer start(String host, int port, String remedy, Consumer<JavalinConfig> settings)
            throws IOException {
        Javalin server = Javalin.create(config -> {
            quietly(config);
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = host;
            config.jetty.port = port;
            settings.accept(config);
        });
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            throw new IOException("cannot listen on " + host + ":" + port + " (" + cause(e) + "): " + remedy, e);
        }
        return new WebServer(server, URI.create("http://" + inUri(host) + ":" + server.port()));
    }

    /** Where it listens, without a path. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void quietly(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** An IPv6 address stands in brackets. */
    private static String inUri(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
