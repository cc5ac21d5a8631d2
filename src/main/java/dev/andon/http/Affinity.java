package dev.andon.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which endpoint the calls about a frame go to: servers keep what they computed for an image, so that its first call is
 * the dear one. The latest frames are remembered. One thread at a time.
 */
final class Affinity {

    private static final int REMEMBERED = 10_000;

    private final Map<Subject, Endpoint> homes = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Endpoint> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Where a call about a frame goes: to the home of the frame, or if that is none of the candidates, to the one with the
     * least load, which becomes its home.
     *
     * @param candidates may be asked at all
     * @return empty while there is no room
     */
    Optional<Endpoint> home(Subject frame, List<Endpoint> candidates) {
        Endpoint home = homes.get(frame);
        if (home != null && candidates.contains(home)) {
            return Optional.of(home).filter(Endpoint::hasRoom);
        }
        Optional<Endpoint> chosen = anywhere(frame, candidates);
        chosen.ifPresent(endpoint -> homes.put(frame, endpoint));
        return chosen;
    }

    /**
     * The one with the least load that has room. Among equals it is drawn by the frame (rendezvous hashing: Thaler and
     * Ravishankar, 1998), so that a frame that is asked about anew tends to come to the same one.
     */
    static Optional<Endpoint> anywhere(Subject frame, List<Endpoint> candidates) {
        return candidates.stream().filter(Endpoint::hasRoom).min(
                Comparator.comparingDouble(Endpoint::load).thenComparingInt(endpoint -> draw(frame, endpoint)));
    }

    private static int draw(Subject frame, Endpoint endpoint) {
        int mixed = (31 * frame.hashCode() + endpoint.name().hashCode()) * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
    }
}
