package dev.andon.replay;

import java.util.ArrayList;
import java.util.List;

/** The worst of many changes, up to a number. One thread. */
final class Shortlist {

    private final int most;
    private final List<Changed> kept = new ArrayList<>();

    Shortlist(int most) {
        this.most = most;
    }

    void add(Changed change) {
        kept.add(change);
        if (kept.size() > 2 * most) {
            trim();
        }
    }

    void add(Shortlist other) {
        other.kept.forEach(this::add);
    }

    /** The worst first. */
    List<Changed> all() {
        trim();
        return List.copyOf(kept);
    }

    private void trim() {
        kept.sort(Changed.WORST);
        kept.subList(Math.min(most, kept.size()), kept.size()).clear();
    }
}
