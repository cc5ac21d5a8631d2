package dev.andon.avro;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to reach a schema registry.
 *
 * @param urls       tried in turn; at least one
 * @param timeout    of connecting and of reading, each
 * @param properties settings of the registry client, passed through unchanged; they win over the timeout
 */
public record RegistryAccess(List<URI> urls, Duration timeout, Map<String, String> properties) {

    public RegistryAccess {
        urls = List.copyOf(urls);
        properties = Map.copyOf(properties);
    }

    /** The addresses alone, for logs and health: properties may hold secrets, and URLs a user and a password. */
    @Override
    public String toString() {
        return urls.stream().map(RegistryAccess::withoutUser).toList().toString();
    }

    private static String withoutUser(URI url) {
        return url.getRawUserInfo() == null ? url.toString() : url.toString().replace(url.getRawUserInfo() + "@", "");
    }
}
