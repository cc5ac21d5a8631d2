package dev.andon.images.retention;

import java.time.Duration;
import java.util.Optional;

/** How long images are kept after their last use. */
public record Periods(Duration held, Duration notOk, Duration accepted, Duration unreferenced) {

    /** Empty where an image is kept for as long as the ground holds. */
    public Optional<Duration> of(Ground ground) {
        return switch (ground) {
            case OPEN_REVIEW, FRAME -> Optional.empty();
            case NOT_OK -> Optional.of(notOk);
            case HELD, SAMPLE -> Optional.of(held);
            case ACCEPTED -> Optional.of(accepted);
            case UNREFERENCED -> Optional.of(unreferenced);
        };
    }

    /** The shortest. */
    Duration least() {
        Duration least = unreferenced;
        for (Duration other : new Duration[]{held, notOk, accepted}) {
            least = other.compareTo(least) < 0 ? other : least;
        }
        return least;
    }
}
