package dev.andon.vlm;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.andon.config.Secret;
import dev.andon.config.VlmConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiKeyTest {

    private static final VlmConfig CONFIG = Configs.of(URI.create("http://localhost/v1"));

    @Test
    void readsTheFileWithoutItsLineEnd(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("key"), "  sk-1\r\n");

        assertThat(ApiKey.of(Configs.key(CONFIG, null, file))).contains(new Secret("sk-1"));
    }

    @Test
    void prefersTheKeyThatIsGivenDirectly(@TempDir Path dir) {
        assertThat(ApiKey.of(Configs.key(CONFIG, new Secret("direct"), dir.resolve("absent"))))
                .contains(new Secret("direct"));
    }

    @Test
    void needsNone() {
        assertThat(ApiKey.of(CONFIG)).isEmpty();
    }

    @Test
    void saysWhichFileCannotBeRead(@TempDir Path dir) {
        assertThatThrownBy(() -> ApiKey.of(Configs.key(CONFIG, null, dir.resolve("absent"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("vlm.apiKeyFile", dir.resolve("absent").toString(), "NoSuchFileException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two\nlines", "sk-schlüssel"})
    void refusesWhatNoHeaderCarriesWithoutShowingIt(String key) {
        assertThatThrownBy(() -> ApiKey.of(Configs.key(CONFIG, new Secret(key), null)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("vlm.apiKey holds ")
                .hasMessageNotContainingAny("lines", "schlüssel");
    }
}
