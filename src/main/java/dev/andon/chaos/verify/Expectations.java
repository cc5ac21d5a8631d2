package dev.andon.chaos.verify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.feed.Content;
import dev.andon.chaos.feed.Entry;
import dev.andon.core.decision.Reason;

/** What has to become of each record, told from what stands in {@code frames} and what was sent. One thread. */
final class Expectations {

    private final List<Entry> journal;
    private final int remembered;
    private final Map<String, Map<String, String>> seen = new HashMap<>();

    /** @param remembered frame ids per line after which an id counts as new again */
    Expectations(List<Entry> journal, int remembered) {
        this.journal = journal;
        this.remembered = remembered;
    }

    /** Asked once for each record, those of a partition in their order. */
    Expected of(Input input) {
        Input.Named frame = input.frame();
        if (frame == null) {
            return new Expected.DeadLetter();
        }
        if (!input.home()) {
            return new Expected.Held(Reason.WRONG_PARTITION);
        }
        Map<String, String> ids = seen.computeIfAbsent(frame.line(), line -> new LinkedHashMap<>());
        String known = ids.get(frame.id());
        if (known != null) {
            return known.equals(frame.sha256())
                    ? new Expected.Nothing()
                    : new Expected.Held(Reason.CONFLICTING_FRAME);
        }
        remember(ids, frame);
        return content(input);
    }

    private void remember(Map<String, String> ids, Input.Named frame) {
        if (ids.size() >= remembered && !ids.isEmpty()) {
            ids.remove(ids.keySet().iterator().next());
        }
        if (remembered > 0) {
            ids.put(frame.id(), frame.sha256());
        }
    }

    private Expected content(Input input) {
        Content content = input.number() < 0 || input.number() >= journal.size()
                ? Content.IMAGE
                : journal.get(input.number()).content();
        return switch (content) {
            case TEXT, TRUNCATED, OUTSIDE -> new Expected.Held(Reason.FRAME_UNREADABLE);
            case IMAGE, ASTRAY, GARBAGE -> new Expected.Inspected();
        };
    }
}
