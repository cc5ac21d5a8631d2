package dev.andon.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.replay.images.Way;
import dev.andon.replay.reask.Estimate;

/**
 * What a replay would take, for people and for programs.
 *
 * @param copied    frames that are copied already
 * @param perSecond frames, at most
 */
record AskPlan(Estimate estimate, long copied, double perSecond) {

    void print(PrintWriter out) {
        out.println(Listing.count(estimate.matching(), "recorded inspection") + " match" + (estimate.matching() == 1
                ? "es"
                : "") + besides());
        out.println(Listing.count(estimate.frames(), "frame") + " can be asked about again: "
                + (estimate.frames() == 0 ? "none has its image" : ways()));
        if (copied > 0) {
            out.println(Listing.count(copied, "frame") + " copied before: it goes on from there");
        }
        out.println("at most " + Listing.count(estimate.samples(), "sample") + " of the model" + tokens());
        out.println(String.format(Locale.ROOT, "%s at %s a second", Amounts.time(time()), number(perSecond)));
    }

    /** Whether there is nothing to ask. */
    boolean isEmpty() {
        return estimate.frames() == 0;
    }

    void put(ObjectNode json) {
        json.put("matching", estimate.matching()).put("frames", estimate.frames()).put("unfit", estimate.unfit())
                .put("withoutImage", estimate.withoutImage()).put("copiedBefore", copied)
                .put("samples", estimate.samples()).put("seconds", time().toSeconds());
        ObjectNode ways = json.putObject("by");
        for (Way way : Way.values()) {
            ways.put(way.name(), estimate.byWay().getOrDefault(way, 0L));
        }
        estimate.tokens().ifPresent(tokens -> json.put("tokens", Math.round(tokens)));
    }

    /** Without waiting for the model. */
    private Duration time() {
        return Duration.ofMillis(Math.round(1_000 * Math.max(0, estimate.frames() - copied) / perSecond));
    }

    private String besides() {
        List<String> besides = new ArrayList<>();
        if (estimate.withoutImage() > 0) {
            besides.add(Listing.count(estimate.withoutImage(), "image") + (estimate.withoutImage() == 1
                    ? " is gone"
                    : " are gone"));
        }
        if (estimate.unfit() > 0) {
            besides.add(Listing.count(estimate.unfit(), "frame") + " cannot be asked about by itself");
        }
        return besides.isEmpty() ? "" : "; " + String.join("; ", besides);
    }

    private String ways() {
        List<String> ways = new ArrayList<>();
        for (Way way : Way.values()) {
            long count = estimate.byWay().getOrDefault(way, 0L);
            if (count > 0) {
                ways.add(String.format(Locale.ROOT, "%,d %s", count, where(way)));
            }
        }
        return String.join(", ", ways);
    }

    private String tokens() {
        return estimate.tokens().isEmpty()
                ? "; how many tokens these take is not on record"
                : String.format(Locale.ROOT, ", about %,.0f tokens by the mean of those on record",
                        estimate.tokens().getAsDouble());
    }

    private static String where(Way way) {
        return switch (way) {
            case RECORD -> "with the image in their record";
            case STORE -> "in the image store";
            case FOLDER -> "in the directory given";
            case FILE -> "in files";
            case SERVER -> "on servers";
            case FRAME -> "in the topic of frames";
        };
    }

    static String number(double perSecond) {
        return perSecond == Math.rint(perSecond)
                ? String.format(Locale.ROOT, "%,.0f", perSecond)
                : String.format(Locale.ROOT, "%,.2f", perSecond);
    }
}
