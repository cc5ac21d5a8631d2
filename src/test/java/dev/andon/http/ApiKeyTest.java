package dev.andon.http;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.andon.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiKeyTest {

    @Test
    void readsTheFileWithoutItsLineEnd(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("key"), "  sk-1\r\n");

        assertThat(ApiKey.of(TestServers.key(null, file))).contains(new Secret("sk-1"));
    }

    @Test
    void prefersTheKeyThatIsGivenDirectly(@TempDir Path dir) {
        assertThat(ApiKey.of(TestServers.key(new Secret("direct"), dir.resolve("absent"))))
                .contains(new Secret("direct"));
    }

    @Test
    void needsNone() {
        assertThat(ApiKey.of(TestServers.key(null, null))).isEmpty();
    }

    @Test
    void saysWhichFileCannotBeRead(@TempDir Path dir) {
        assertThatThrownBy(() -> ApiKey.of(TestServers.key(null, dir.resolve("absent"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("things.apiKeyFile", dir.resolve("absent").toString(), "NoSuchFileException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two\nlines", "sk-schlüssel"})
    void refusesWhatNoHeaderCarriesWithoutShowingIt(String key) {
        assertThatThrownBy(() -> ApiKey.of(TestServers.key(new Secret(key), null)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("things.apiKey holds ")
                .hasMessageNotContainingAny("lines", "schlüssel");
    }
}
