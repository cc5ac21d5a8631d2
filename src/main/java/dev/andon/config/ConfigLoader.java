package dev.andon.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration: defaults, then a file, then the environment, then options; the last that says something
 * wins.
 */
public final class ConfigLoader {

    private ConfigLoader() {}

    /**
     * The configuration, or everything that is wrong with it.
     *
     * @param file        YAML whose keys are the components of {@link AndonConfig}; null for none
     * @param environment of which {@code ANDON_VLM_BASE_URL} is {@code vlm.baseUrl}
     * @param options     {@code key=value} each
     */
    public static Outcome<AndonConfig> load(
            @Nullable Path file,
            Map<String, String> environment,
            List<String> options) {
        Problems problems = new Problems();
        Layers layers = new Layers(problems);
        if (file != null) {
            layers.file(YamlTree.read(file, problems));
        }
        layers.environment(environment);
        layers.options(options);
        AndonConfig config = new ConfigReader(layers, problems).read();
        new ConfigChecks(layers, problems).check(config);
        return problems.unlessAny(() -> config);
    }
}
