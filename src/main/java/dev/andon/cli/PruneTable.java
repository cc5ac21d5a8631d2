package dev.andon.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.images.retention.Ground;
import dev.andon.images.retention.Periods;
import dev.andon.images.retention.Pruned;
import dev.andon.images.retention.Pruned.Count;

/**
 * What was deleted from the image store, for people and for programs.
 *
 * @param unreadable records that nobody can read
 */
record PruneTable(Map<Ground, Pruned> pruned, Periods periods, long unreadable, boolean dryRun) {

    void print(PrintWriter out) {
        Listing listing = new Listing().row("OUTCOME", "KEPT FOR", "IMAGES", "SIZE",
                dryRun ? "WOULD STAY" : "STAY", dryRun ? "WOULD BE DELETED" : "DELETED", "SIZE");
        pruned.forEach((ground, row) -> add(listing, name(ground),
                periods.of(ground).map(TimeText::of).orElse("as long as it is so"), row));
        add(listing, "together", "", together());
        listing.print(out);
        if (unreadable > 0) {
            out.println(Listing.count(unreadable, "record") + " could not be read, and so refers to no image");
        }
    }

    /** One line. */
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("dryRun", dryRun);
        put(json, together()).put("unreadableRecords", unreadable);
        ObjectNode outcomes = json.putObject("outcomes");
        pruned.forEach((ground, row) -> put(outcomes.putObject(ground.name()), row));
        return json.toString();
    }

    private Pruned together() {
        return pruned.values().stream().reduce(Pruned.NOTHING, Pruned::plus);
    }

    private static void add(Listing listing, String name, String period, Pruned row) {
        listing.row(name, period, row.all().images(), size(row.all()), row.kept().images(), row.deleted().images(),
                size(row.deleted()));
    }

    private static ObjectNode put(ObjectNode json, Pruned row) {
        return json.put("images", row.all().images()).put("bytes", row.all().bytes()).put("kept", row.kept().images())
                .put("deleted", row.deleted().images()).put("bytesDeleted", row.deleted().bytes());
    }

    private static String name(Ground ground) {
        return switch (ground) {
            case OPEN_REVIEW -> "open review";
            case FRAME -> "frame in its topic";
            case NOT_OK -> "NOT_OK";
            case HELD -> "held";
            case SAMPLE -> "accepted, drawn to be kept";
            case ACCEPTED -> "accepted";
            case UNREFERENCED -> "unreferenced";
        };
    }

    private static String size(Count count) {
        return String.format(Locale.ROOT, "%,.1f MB", count.bytes() / (double) (1 << 20));
    }
}
