package dev.andon.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.replay.images.Coverage;
import dev.andon.replay.images.CoverageTally;
import dev.andon.replay.images.Way;

/**
 * Which inspections still have their image, for people and for programs.
 *
 * @param unreadable records that nobody can read
 */
record CoverageTable(CoverageTally tally, long unreadable) {

    void print(PrintWriter out) {
        Listing lines = head("LINE", "TIME");
        tally.byLine().forEach((line, periods) -> periods
                .forEach((period, coverage) -> row(lines, coverage, line, period)));
        lines.print(out);
        out.println();
        Listing outcomes = head("OUTCOME");
        tally.byOutcome().forEach((outcome, coverage) -> row(outcomes, coverage, name(outcome)));
        row(outcomes, tally.together(), "together");
        outcomes.print(out);
        if (unreadable > 0) {
            out.println(Listing.count(unreadable, "record") + " could not be read, and counts nowhere");
        }
    }

    /** One line. */
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, tally.together()).put("unreadableRecords", unreadable);
        ObjectNode outcomes = json.putObject("outcomes");
        tally.byOutcome().forEach((outcome, coverage) -> put(outcomes.putObject(outcome.name()), coverage));
        ArrayNode lines = json.putArray("lines");
        tally.byLine().forEach((line, periods) -> periods.forEach((period, coverage) -> put(
                lines.addObject().put("line", line).put("time", period), coverage)));
        return json.toString();
    }

    private static Listing head(Object... first) {
        List<Object> cells = new ArrayList<>(List.of(first));
        cells.addAll(List.of("INSPECTIONS", "WITH IMAGE", "SHARE"));
        for (Way way : Way.values()) {
            cells.add(name(way));
        }
        return new Listing().row(cells.toArray());
    }

    private static void row(Listing listing, Coverage coverage, Object... first) {
        List<Object> cells = new ArrayList<>(List.of(first));
        cells.addAll(List.of(coverage.inspections(), coverage.withImage(),
                String.format(Locale.ROOT, "%.1f %%", 100 * coverage.share())));
        for (Way way : Way.values()) {
            cells.add(coverage.by(way));
        }
        listing.row(cells.toArray());
    }

    private static ObjectNode put(ObjectNode json, Coverage coverage) {
        json.put("inspections", coverage.inspections()).put("withImage", coverage.withImage());
        ObjectNode ways = json.putObject("by");
        for (Way way : Way.values()) {
            ways.put(way.name(), coverage.by(way));
        }
        return json;
    }

    private static String name(CoverageTally.Outcome outcome) {
        return switch (outcome) {
            case HELD -> "held";
            case NOT_OK -> "NOT_OK";
            case ACCEPTED -> "accepted";
        };
    }

    private static String name(Way way) {
        return switch (way) {
            case RECORD -> "IN RECORD";
            case STORE -> "IN STORE";
            case FOLDER -> "IN DIRECTORY";
            case FILE -> "FILE";
            case SERVER -> "SERVER (NOT ASKED)";
            case FRAME -> "FRAMES TOPIC";
        };
    }
}
