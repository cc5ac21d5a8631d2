package dev.andon.http;

import java.util.Optional;

import dev.andon.config.HeaderSecret;
import dev.andon.config.Secret;

/** Finds the key of the server. A key given directly wins over one in a file. */
final class ApiKey {

    private ApiKey() {}

    /**
     * The key, surrounding space removed; empty where none is configured.
     *
     * @throws IllegalArgumentException if the file cannot be read, or the key is blank or no header can carry it
     */
    static Optional<Secret> of(ServerSettings config) {
        String section = config.service().section();
        if (config.apiKey() != null) {
            return Optional.of(HeaderSecret.of(section + ".apiKey", config.apiKey().value()));
        }
        if (config.apiKeyFile() != null) {
            return Optional.of(HeaderSecret.ofFile(section + ".apiKeyFile", config.apiKeyFile()));
        }
        return Optional.empty();
    }
}
