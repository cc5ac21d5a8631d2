package dev.andon.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.embedding.CachedEmbedder;
import dev.andon.embedding.EndpointEmbedder;
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

    @Test
    void captionsAreEmbeddedAsConfiguredAndRemembered() throws Exception {
        Map<String, String> server = Map.of("ANDON_EMBEDDING_KIND", "endpoint", "ANDON_EMBEDDING_MODEL", "m",
                "ANDON_EMBEDDING_BASE_URL", "http://127.0.0.1:1/v1", "ANDON_IMAGES_STORE", directory.toString());
        Map<String, String> forgetful = new HashMap<>(server);
        forgetful.put("ANDON_EMBEDDING_CACHE_CAPTIONS", "0");

        try (Wiring remembering = Wiring.of(config(server), new SimpleMeterRegistry(), false);
                Wiring plain = Wiring.of(config(forgetful), new SimpleMeterRegistry(), false)) {
            assertThat(remembering.parts().embedder()).isInstanceOf(CachedEmbedder.class)
                    .extracting(Embedder::name, embedder -> embedder.servers().keySet())
                    .containsExactly("m", Set.of("127.0.0.1:1"));
            assertThat(plain.parts().embedder()).isInstanceOf(EndpointEmbedder.class);
        }
    }

    private static AndonConfig config(Map<String, String> environment) {
        return ConfigLoader.load(null, environment, List.of()).orElse(problems -> {
            throw new IllegalArgumentException(problems.toString());
        });
    }
}
