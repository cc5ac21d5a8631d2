package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that is done to the system. Instances and nodes count from 0. Whatever goes down comes back after
 * {@link #lasts()}, by the action itself.
 */
public sealed interface Action {

    /** How long it keeps something down or different; 0 for what is over at once. */
    Duration lasts();

    /** Processes that it kills as {@code kill -9} does. */
    default int kills() {
        return 0;
    }

    /** Kills an instance and starts it again at once. */
    record KillProcessor(int instance) implements Action {

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }

        @Override
        public int kills() {
            return 1;
        }
    }

    /** Kills an instance and leaves its work to the others. */
    record KillForTakeover(int instance, Duration lasts) implements Action {

        @Override
        public int kills() {
            return 1;
        }
    }

    /** Kills an instance, deletes its state directory and starts it again: it comes back as a stranger. */
    record KillAndForget(int instance) implements Action {

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }

        @Override
        public int kills() {
            return 1;
        }
    }

    /** Kills two instances at the same moment and starts them again at once. */
    record KillTwoProcessors(int first, int second) implements Action {

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }

        @Override
        public int kills() {
            return 2;
        }
    }

    /** Ends an instance in order, and starts it again later. */
    record StopProcessor(int instance, Duration lasts) implements Action {}

    /** Starts or ends instances in order until there are so many. */
    record Scale(int instances) implements Action {

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }
    }

    /** Freezes an instance beyond its session and lets it go on: a zombie. */
    record SuspendProcessor(int instance, Duration lasts) implements Action {}

    /** Kills a broker and starts it again later. */
    record KillBroker(int node, Duration lasts) implements Action {

        @Override
        public int kills() {
            return 1;
        }
    }

    /** Ends a broker in order and starts it again. */
    record RestartBroker(int node) implements Action {

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }
    }

    /** Kills the registry and starts it again later. */
    record KillRegistry(Duration lasts) implements Action {

        @Override
        public int kills() {
            return 1;
        }
    }

    /** Ends the registry in order and starts it again later. */
    record StopRegistry(Duration lasts) implements Action {}

    /** Writes another policy for one of the lines. */
    record ChangePolicy() implements Action {

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }
    }

    /**
     * Makes the model's server fail.
     *
     * @param fault name of the way to fail
     * @param share of the calls, 0 to 1
     */
    record BreakVlm(String fault, double share, Duration lasts) implements Action {}

    /** Kills the model's server and starts it again later. */
    record KillVlm(Duration lasts) implements Action {

        @Override
        public int kills() {
            return 1;
        }
    }

    /** One word, for counting. */
    default String kind() {
        String name = getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** For people. */
    default String describe() {
        return switch (this) {
            case KillProcessor(int instance) -> "kill processor " + instance + ", restart at once";
            case KillForTakeover(int instance, Duration time) -> "kill processor " + instance + ", back after "
                    + time.toSeconds() + " s";
            case KillAndForget(int instance) -> "kill processor " + instance + ", delete its state, restart";
            case KillTwoProcessors(int first, int second) -> "kill processors " + first + " and " + second
                    + ", restart at once";
            case StopProcessor(int instance, Duration time) -> "stop processor " + instance + " in order, back after "
                    + time.toSeconds() + " s";
            case Scale(int instances) -> "change to " + instances + " processors";
            case SuspendProcessor(int instance, Duration time) -> "suspend processor " + instance + " for "
                    + time.toSeconds() + " s";
            case KillBroker(int node, Duration time) -> "kill broker " + node + ", back after " + time.toSeconds()
                    + " s";
            case RestartBroker(int node) -> "restart broker " + node + " in order";
            case KillRegistry(Duration time) -> "kill the registry, back after " + time.toSeconds() + " s";
            case StopRegistry(Duration time) -> "stop the registry in order, back after " + time.toSeconds() + " s";
            case ChangePolicy() -> "change a policy";
            case BreakVlm(String fault, double share, Duration time) -> String.format(Locale.ROOT,
                    "model fails: %s for %.0f %% of the calls, %d s", fault, share * 100, time.toSeconds());
            case KillVlm(Duration time) -> "kill the model's server, back after " + time.toSeconds() + " s";
        };
    }
}
