package dev.andon.chaos;

import java.time.Duration;
import java.util.List;

import dev.andon.chaos.schedule.Bounds;

/** How large the system is that is broken. */
enum Profile {

    /** One broker and two instances: two cores are enough. */
    SMALL(1, 2, 4, 8, 4, 2.5),

    /** Three brokers and one to three instances, for four cores. */
    FULL(3, 3, 8, 16, 8, 1.8);

    private static final int FIRST_INSTANCES = 2;

    private final int brokers;
    private final int mostInstances;
    private final int partitions;
    private final int lines;
    private final double framesPerSecond;
    private final double killsPerMinute;

    Profile(int brokers, int mostInstances, int partitions, int lines, double framesPerSecond,
            double killsPerMinute) {
        this.brokers = brokers;
        this.mostInstances = mostInstances;
        this.partitions = partitions;
        this.lines = lines;
        this.framesPerSecond = framesPerSecond;
        this.killsPerMinute = killsPerMinute;
    }

    int brokers() {
        return brokers;
    }

    int mostInstances() {
        return mostInstances;
    }

    /** That run at the start. */
    int firstInstances() {
        return FIRST_INSTANCES;
    }

    int partitions() {
        return partitions;
    }

    int lines() {
        return lines;
    }

    /** Over all lines. */
    double framesPerSecond() {
        return framesPerSecond;
    }

    Bounds bounds(Duration length, List<String> faults) {
        return new Bounds(length, brokers, mostInstances, FIRST_INSTANCES, faults, killsPerMinute);
    }
}
