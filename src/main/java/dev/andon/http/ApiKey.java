package dev.andon.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
            return Optional.of(checked(section + ".apiKey", config.apiKey().value()));
        }
        if (config.apiKeyFile() != null) {
            return Optional.of(fromFile(section + ".apiKeyFile " + config.apiKeyFile(), config.apiKeyFile()));
        }
        return Optional.empty();
    }

    private static Secret fromFile(String source, Path file) {
        try {
            return checked(source, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(source + " cannot be read (" + e
                    + "): give the path of a readable file that holds the key alone", e);
        }
    }

    private static Secret checked(String source, String text) {
        String key = text.strip();
        if (key.isEmpty()) {
            throw new IllegalArgumentException(source + " holds no key: put the key in, or remove the setting");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    source + " holds spaces, line ends or characters outside ASCII, which no "
                            + "HTTP header carries: put in the key alone");
        }
        return new Secret(key);
    }
}
