package dev.andon.ingest.trigger;

import java.util.List;
import java.util.function.Consumer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.ingest.Shot;
import org.jspecify.annotations.Nullable;

/**
 * A camera whose pictures are joined to triggers. Any thread: whoever has its pictures brings them here and gets what comes
 * of them, while triggers come from elsewhere.
 */
public final class TriggeredCamera {

    private final Consumer<TriggeredCamera> farewell;

    @GuardedBy("this")
    private final TriggerJoin join;

    @GuardedBy("this")
    private boolean gone;

    /** @param farewell hears once when it has left */
    TriggeredCamera(TriggerJoin join, Consumer<TriggeredCamera> farewell) {
        this.join = join;
        this.farewell = farewell;
    }

    /** Takes a picture, and tells what has been decided by now. */
    public synchronized List<JoinEvent> take(Shot shot) {
        return join.take(shot);
    }

    /** Tells what has been decided by now; for once in a while where no pictures come. */
    public synchronized List<JoinEvent> look() {
        return join.look();
    }

    /** Takes no more triggers, and decides those that wait with the pictures that there are. */
    public List<JoinEvent> leave() {
        farewell.accept(this);
        synchronized (this) {
            gone = true;
            return join.end();
        }
    }

    /** Null where it has left. */
    synchronized @Nullable Receipt take(Trigger trigger) {
        if (gone) {
            return null;
        }
        boolean isNew = join.take(trigger);
        return new Receipt.Taken(trigger.frameId(), !isNew, join.skew().orElse(null));
    }
}
