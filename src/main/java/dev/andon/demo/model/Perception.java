package dev.andon.demo.model;

import java.util.List;

/**
 * What the simulated model sees in one picture, before anybody asks. Small, immutable and the same for the same bytes:
 * worth caching where several samples of one frame are asked for. Any thread.
 */
public final class Perception implements Look {

    private final PictureQuality quality;
    private final Subject subject;
    private final List<Cue> cues;
    private final double strangeness;

    /**
     * @param strangeness 0 to 1: how much of the part's surroundings has colours that do not belong there
     */
    Perception(PictureQuality quality, Subject subject, List<Cue> cues, double strangeness) {
        this.quality = quality;
        this.subject = subject;
        this.cues = List.copyOf(cues);
        this.strangeness = strangeness;
    }

    PictureQuality quality() {
        return quality;
    }

    Subject subject() {
        return subject;
    }

    List<Cue> cues() {
        return cues;
    }

    double strangeness() {
        return strangeness;
    }

    /** The place where {@code finding} shows most; empty where it has no place. */
    String place(Finding finding) {
        String place = "";
        double most = Double.NEGATIVE_INFINITY;
        for (Cue cue : cues) {
            if (cue.finding() == finding && cue.evidence() > most) {
                most = cue.evidence();
                place = cue.place();
            }
        }
        return place;
    }

    @Override
    public String toString() {
        return subject + " " + cues + " strangeness " + strangeness + " " + quality;
    }
}
