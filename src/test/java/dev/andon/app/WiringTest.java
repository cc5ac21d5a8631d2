package dev.andon.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WiringTest {

    @TempDir
    Path directory;

    @Test
    void partsAreClosedInReverse() {
        List<String> closed = new ArrayList<>();
        Opened opened = new Opened();
        opened.add(() -> closed.add("first"));
        opened.add(() -> closed.add("second"));

        opened.close();
        opened.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void partsThatWereHandedOverStayOpenUntilTheirNewOwnerClosesThem() {
        List<String> closed = new ArrayList<>();
        Opened owned;
        try (Opened opened = new Opened()) {
            opened.add(() -> closed.add("first"));
            opened.add(() -> closed.add("second"));
            owned = opened.handOver();
        }
        assertThat(closed).isEmpty();

        owned.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void aKeyThatIsGoneSinceTheConfigurationWasReadEndsItWithItsReason() throws Exception {
        Path file = Files.writeString(directory.resolve("the-key"), "secret");
        AndonConfig config = config(Map.of("ANDON_VLM_API_KEY_FILE", file.toString(), "ANDON_EMBEDDING_KIND", "none"));
        Files.delete(file);

        assertThatThrownBy(() -> Wiring.of(config, new SimpleMeterRegistry(), false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the-key");
    }

    private static AndonConfig config(Map<String, String> environment) {
        return ConfigLoader.load(null, environment, List.of()).orElse(problems -> {
            throw new IllegalArgumentException(problems.toString());
        });
    }
}
