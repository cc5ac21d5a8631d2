package dev.andon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.andon.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IngestTokenTest {

    @Test
    void aFileWinsOverTheEnvironment(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "of-file\n");
        Map<String, String> environment = Map.of("ANDON_INGEST_TOKEN", "of-environment");

        assertThat(IngestToken.of(file, environment)).isEqualTo(new Secret("of-file"));
        assertThat(IngestToken.of(null, environment)).isEqualTo(new Secret("of-environment"));
        assertThat(IngestToken.of(null, Map.of())).isNull();
    }

    @Test
    void anEmptyOneIsRefusedBecauseSomebodyMeantToHaveOne() {
        assertThatThrownBy(() -> IngestToken.of(null, Map.of("ANDON_INGEST_TOKEN", "")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ANDON_INGEST_TOKEN");
    }
}
