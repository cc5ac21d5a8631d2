package dev.andon.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;

/** How the routes of recorded frames changed, by line. One thread. */
final class RouteChanges {

    private final Map<String, Map<Route, Map<Route, Long>>> byLine = new TreeMap<>();

    void add(Inspection before, Inspection after) {
        byLine.computeIfAbsent(before.line().value(), _ -> new EnumMap<>(Route.class))
                .computeIfAbsent(before.decision().route(), _ -> new EnumMap<>(Route.class))
                .merge(after.decision().route(), 1L, Long::sum);
    }

    void print(PrintWriter out) {
        Listing listing = new Listing().row("LINE", "FRAMES", "ACCEPTED BEFORE", "NOW", "ACCEPTED → HELD",
                "HELD → ACCEPTED");
        byLine.keySet().forEach(line -> {
            long kept = count(line, Route.ACCEPTED, Route.ACCEPTED);
            long lost = count(line, Route.ACCEPTED, Route.HUMAN_REVIEW);
            long won = count(line, Route.HUMAN_REVIEW, Route.ACCEPTED);
            listing.row(line, kept + lost + won + count(line, Route.HUMAN_REVIEW, Route.HUMAN_REVIEW), kept + lost,
                    kept + won, lost, won);
        });
        listing.print(out);
    }

    void put(ObjectNode json) {
        byLine.keySet().forEach(line -> {
            ObjectNode changes = json.putObject(line);
            for (Route before : Route.values()) {
                for (Route after : Route.values()) {
                    changes.put(before + "_" + after, count(line, before, after));
                }
            }
        });
    }

    private long count(String line, Route before, Route after) {
        return byLine.getOrDefault(line, Map.of()).getOrDefault(before, Map.of()).getOrDefault(after, 0L);
    }
}
