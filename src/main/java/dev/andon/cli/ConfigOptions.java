package dev.andon.cli;

import java.nio.file.Path;
import java.util.List;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that needs a configuration. */
final class ConfigOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration as in config/andon.yaml; without it the"
            + " defaults and the environment (ANDON_VLM_BASE_URL, ...).")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting, before file and environment;"
            + " repeatable.")
    private List<String> settings = List.of();

    /** The configuration; ends the command with every problem where there are any. */
    AndonConfig load() {
        return ConfigLoader.load(file, System.getenv(), settings).orElse(problems -> {
            throw CommandFailure.refused(problems);
        });
    }
}
