package dev.andon.it;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Plant} with a processor that runs: the same for all of this process, so each test has lines of its
 * own and ends nothing.
 */
final class SharedPlant implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedPlant.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Plant.class;
    }

    @Override
    public Plant resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Cluster cluster = SharedCluster.of(context);
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).computeIfAbsent(Plant.class,
                _ -> running(cluster), Plant.class);
    }

    private static Plant running(Cluster cluster) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "plant").toAbsolutePath();
            Plant plant = Plant.build("shared", directory, cluster);
            plant.start();
            return plant;
        } catch (Exception e) {
            throw new IllegalStateException("no plant", e);
        }
    }
}
