package dev.andon.topology;

import java.util.Optional;

import dev.andon.topology.state.UnusableStateException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;

/** Faults that no repetition heals: somebody has to change something first. Pure functions. */
final class Incurable {

    private static final int DEEPEST = 20;

    private Incurable() {}

    /** What is wrong and what to do, in one line; empty where trying again may help. */
    static Optional<String> of(Throwable fault) {
        Throwable at = fault;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            String found = describe(at);
            if (found != null) {
                return Optional.of(found.replaceAll("\\s+", " "));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static @Nullable String describe(Throwable fault) {
        return switch (fault) {
            case UnusableStateException state -> state.advice();
            case AuthorizationException refused -> "Kafka refuses access (" + refused.getMessage()
                    + "): give the principal of this program the rights, and start it again";
            case AuthenticationException refused -> "Kafka does not accept the credentials (" + refused.getMessage()
                    + "): correct those under kafka., and start again";
            case UnsupportedVersionException old -> "the Kafka cluster is too old (" + old.getMessage()
                    + "): update it, or choose application.groupProtocol: classic";
            case InvalidConfigurationException invalid -> "Kafka refuses a configuration (" + invalid.getMessage()
                    + "): correct what is set under kafka., and start again";
            case PolicyViolationException refused -> "a policy of the Kafka cluster forbids it (" + refused.getMessage()
                    + "): create the topic by hand or change the policy, and start again";
            case TopologyException wrong -> "the topology does not fit its topics (" + wrong.getMessage()
                    + "): run 'andon topics check', and start again";
            default -> null;
        };
    }
}
