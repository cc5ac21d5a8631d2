package dev.andon.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The schema registry.
 *
 * @param urls         tried in turn
 * @param autoRegister whether unknown schemas are registered at start; otherwise they have to be there
 * @param timeout      of one request
 * @param properties   settings of the registry client, passed through unchanged
 */
public record RegistryConfig(List<URI> urls, boolean autoRegister, Duration timeout, Map<String, String> properties) {

    public RegistryConfig {
        urls = List.copyOf(urls);
        properties = Map.copyOf(properties);
    }
}
