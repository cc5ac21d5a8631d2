package dev.andon.cli;

import java.util.Locale;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;

/** One line about a value. Captions are not in it: they are for reviewers. */
final class Summaries {

    private Summaries() {}

    static String of(Frame frame) {
        String image = switch (frame.image()) {
            case ImageSource.Inline inline -> inline.bytes().toString();
            case ImageSource.Reference reference -> reference.uri().toString();
        };
        return "frame " + frame.id() + "  camera " + frame.cameraId()
                + (frame.partNumber() == null ? "" : "  part " + frame.partNumber()) + "  " + frame.contentType() + "  "
                + image;
    }

    static String of(LinePolicy policy) {
        return "version " + policy.version() + " by " + policy.author() + "  recipes " + policy.recipes().stream()
                .map(recipe -> recipe.id() + " (revision " + recipe.revision() + ")").toList();
    }

    static String of(Inspection inspection) {
        return route(inspection) + "  frame " + inspection.frame().frameId() + "  #" + inspection.lineSequence() + "  "
                + inspection.decision().result() + "  answer " + inspection.decision().answer() + "  uncertainty "
                + number(inspection.uncertainty()) + " of " + threshold(inspection) + "  " + Listing.count(inspection
                        .samples().size(), "sample")
                + reused(inspection)
                + "  " + inspection.decision().detail();
    }

    private static String reused(Inspection inspection) {
        Inspection.Reuse reuse = inspection.asking().reuse();
        return reuse == null
                ? ""
                : " of frame " + reuse.frame() + ", which differs by " + number(reuse.difference());
    }

    private static String route(Inspection inspection) {
        if (inspection.decision().route() == Route.HUMAN_REVIEW) {
            return "HELD " + inspection.decision().reason();
        }
        return inspection.purpose() == Purpose.AUDIT ? "ACCEPTED (audit copy)" : "ACCEPTED";
    }

    private static String threshold(Inspection inspection) {
        Inspection.Applied applied = inspection.applied();
        return applied == null || applied.threshold() == null ? "-" : number(applied.threshold().value());
    }

    static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
