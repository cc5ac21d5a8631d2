package dev.andon.core.camera;

/**
 * What an event is about. Later versions have kinds that this one does not know, and their events can be read all the
 * same: what every event says of the state and the status of its camera holds whatever its kind.
 *
 * @param name 1 to 64 characters, not blank
 */
public record EventKind(String name) {

    /** The state is another one than before, or what is behind it. */
    public static final EventKind STATE = new EventKind("STATE");

    /** Nothing new: said every {@link CameraEvent#HEARTBEAT}, so that silence means something. */
    public static final EventKind STATUS = new EventKind("STATUS");

    /** Frames were given up before they were published. */
    public static final EventKind FRAMES_DROPPED = new EventKind("FRAMES_DROPPED");

    /** Pictures came that can be no frames. */
    public static final EventKind PICTURES_UNFIT = new EventKind("PICTURES_UNFIT");

    /** A trigger said that there is something to see, and no picture came for it. */
    public static final EventKind TRIGGER_WITHOUT_FRAME = new EventKind("TRIGGER_WITHOUT_FRAME");

    /** A picture came that no trigger announced. */
    public static final EventKind FRAME_WITHOUT_TRIGGER = new EventKind("FRAME_WITHOUT_TRIGGER");

    /** The clock of the camera is not that of its process. */
    public static final EventKind CLOCK_SKEW = new EventKind("CLOCK_SKEW");

    private static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException if {@code name} is blank or longer than 64 characters */
    public EventKind {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "kind has " + name.length() + " characters, 1 to " + MAX_LENGTH + " are allowed, not all blank");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
