package dev.andon.ingest.watch;

import java.util.List;

import dev.andon.core.camera.CameraState;

/**
 * The state of a camera, and why.
 *
 * @param causes labels
 * @param detail for people; figures in it move on while the rest stays
 */
record Standing(CameraState state, List<String> causes, String detail) {

    /** Characters; what ffmpeg or a device says may be long. */
    private static final int LONGEST_DETAIL = 1_000;

    Standing {
        causes = List.copyOf(causes);
        detail = shortened(detail);
    }

    /** @param wrong what is wrong with the pictures; tells only while they come */
    static Standing of(Link link, boolean maintenance, List<Rule> wrong) {
        return switch (link) {
            case Link _ when maintenance -> new Standing(CameraState.MAINTENANCE, List.of(),
                    link instanceof Link.Down(String _, String detail) ? "offline: " + detail : "");
            case Link.Unheard _ -> new Standing(CameraState.STARTING, List.of(), "");
            case Link.Down(String label, String detail) -> new Standing(CameraState.OFFLINE, List.of(label), detail);
            case Link.Up _ when wrong.isEmpty() -> new Standing(CameraState.ONLINE, List.of(), "");
            case Link.Up _ -> new Standing(CameraState.DEGRADED,
                    wrong.stream().map(rule -> rule.condition().label()).toList(),
                    String.join("; ", wrong.stream().map(Rule::complaint).toList()));
        };
    }

    /** Whether it differs in more than figures. */
    boolean differsFrom(Standing other) {
        return state != other.state || !causes.equals(other.causes);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + "…";
    }
}
