package dev.andon.topology.review;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.frame.LineId;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;

/** What all tasks of a process show of themselves. Any thread. */
public final class Gauges {

    /** Where there is no threshold. */
    private static final double NONE = -1;

    private final Recorder recorder;
    private final Map<String, LearntThreshold> thresholds = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    public Gauges(Recorder recorder) {
        this.recorder = recorder;
        recorder.gauge(MetricNames.REVIEWS_OPEN, open::get);
    }

    /** A task has so many more open reviews than before. */
    void opened(int more) {
        open.addAndGet(more);
    }

    /** The threshold of a recipe is this one. */
    void show(LineId line, LearntThreshold threshold) {
        String recipe = threshold.recipe().id();
        String key = line.value().length() + ":" + line + recipe;
        if (thresholds.put(key, threshold) == null) {
            recorder.gauge(MetricNames.THRESHOLD, () -> value(key), "line", line.value(), "recipe", recipe);
            recorder.gauge(MetricNames.DRIFT_ALARM, () -> alarm(key), "line", line.value(), "recipe", recipe);
        }
    }

    private double value(String key) {
        LearntThreshold threshold = thresholds.get(key);
        Double value = threshold == null ? null : threshold.value();
        return value == null ? NONE : value;
    }

    private int alarm(String key) {
        LearntThreshold threshold = thresholds.get(key);
        return threshold == null || threshold.progress().alarm() == null ? 0 : 1;
    }
}
