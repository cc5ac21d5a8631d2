package dev.andon.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static dev.andon.it.Guarantees.await;

/** What a processor answers to those who run it. One thread. */
final class OperationsView implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("health and metrics address=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    private OperationsView(URI address) {
        this.address = address;
    }

    /** Of the one processor of a plant; waits until it has said where it answers. */
    static OperationsView of(Plant plant) {
        return new OperationsView(await().until(() -> ADDRESS.matcher(plant.log()).results()
                .map((MatchResult found) -> URI.create(found.group(1))).findFirst().orElse(null),
                found -> found != null));
    }

    /** Waits until its health is answered with this status. */
    void awaitStatus(String path, int status) {
        await().until(() -> look(path).statusCode() == status);
    }

    HttpResponse<String> look(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
