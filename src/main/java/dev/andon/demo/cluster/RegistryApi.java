package dev.andon.demo.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The one call that a fresh registry needs. Any thread. */
final class RegistryApi implements AutoCloseable {

    private static final String COMPATIBILITY = """
        {"compatibility": "FULL_TRANSITIVE"}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI config;

    RegistryApi(String url) {
        config = URI.create(url + "/config");
    }

    /**
     * Sets the compatibility of every subject to FULL_TRANSITIVE.
     *
     * @return whether the registry accepted it: it is ready then
     * @throws IOException if it does not answer
     */
    boolean demandCompatibility() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(config).timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString(COMPATIBILITY)).build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    @Override
    public void close() {
        client.close();
    }
}
