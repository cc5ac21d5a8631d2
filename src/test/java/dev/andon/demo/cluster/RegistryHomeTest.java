package dev.andon.demo.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegistryHomeTest {

    @TempDir
    Path directory;

    @Test
    void isTheFirstPlaceThatHasTheServer() throws Exception {
        Path second = Files.createDirectory(directory.resolve("second"));
        Files.createFile(second.resolve("quarkus-run.jar"));

        assertThat(RegistryHome.firstOf(List.of(directory.resolve("first"), second))).isEqualTo(second);
    }

    @Test
    void saysWhatIsMissingWhereItLookedAndWhatToDo() {
        assertThatThrownBy(() -> RegistryHome.firstOf(List.of(directory.resolve("first"))))
                .hasMessageContaining("quarkus-run.jar").hasMessageContaining(directory.resolve("first").toString())
                .hasMessageContaining("mvn package").hasMessageContaining("-Dandon.registry.home=");
    }
}
