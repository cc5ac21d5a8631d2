package dev.andon.replay;

/** Frames of a line or an hour, before and after. One thread. */
public final class Tally {

    private long frames;
    private long heldBefore;
    private long heldAfter;
    private long toAccepted;
    private long toHeld;

    void add(boolean before, boolean after) {
        frames++;
        heldBefore += before ? 1 : 0;
        heldAfter += after ? 1 : 0;
        toAccepted += before && !after ? 1 : 0;
        toHeld += after && !before ? 1 : 0;
    }

    void add(Tally other) {
        frames += other.frames;
        heldBefore += other.heldBefore;
        heldAfter += other.heldAfter;
        toAccepted += other.toAccepted;
        toHeld += other.toHeld;
    }

    public long frames() {
        return frames;
    }

    /** Held as recorded. */
    public long heldBefore() {
        return heldBefore;
    }

    /** That would have been held. */
    public long heldAfter() {
        return heldAfter;
    }

    /** Held, and would have been accepted. */
    public long toAccepted() {
        return toAccepted;
    }

    /** Accepted, and would have been held. */
    public long toHeld() {
        return toHeld;
    }
}
