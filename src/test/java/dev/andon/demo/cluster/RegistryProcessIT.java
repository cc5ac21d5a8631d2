package dev.andon.demo.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryProcessIT {

    private static final String SCHEMA = """
        {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"R\\",\\"fields\\":[]}"}""";

    @TempDir
    Path directory;

    @Test
    void keepsItsAddressAndItsSchemasWhenItIsKilled() throws Exception {
        // given a registry with a schema
        RegistryProcess killed = RegistryProcess.start(directory);
        String id = send(killed.url() + "/subjects/kept-value/versions", SCHEMA);

        // when
        killed.kill();
        try (RegistryProcess again = RegistryProcess.start(directory)) {

            // then
            assertThat(again.url()).isEqualTo(killed.url());
            assertThat(send(again.url() + "/subjects/kept-value/versions", SCHEMA)).isEqualTo(id);
            assertThat(get(again.url() + "/subjects/kept-value/versions")).isEqualTo("[1]");
            assertThat(get(again.url() + "/config")).contains("FULL_TRANSITIVE");
        }
    }

    private static String send(String address, String body) throws IOException, InterruptedException {
        return text(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static String get(String address) throws IOException, InterruptedException {
        return text(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static String text(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
