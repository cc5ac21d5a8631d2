package dev.andon.it;

import dev.andon.fixture.Cluster;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Cluster}: the same for all that leave it alone, started when the first one asks. */
final class SharedCluster implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedCluster.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** The one cluster of this run. */
    static Cluster of(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Cluster.class, _ -> started(), Cluster.class);
    }

    private static Cluster started() {
        try {
            return Cluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("no cluster", e);
        }
    }
}
