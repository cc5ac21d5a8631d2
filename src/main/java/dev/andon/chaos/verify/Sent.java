package dev.andon.chaos.verify;

import java.util.List;

import dev.andon.chaos.feed.Entry;
import dev.andon.chaos.feed.Issued;
import dev.andon.chaos.jury.Said;

/**
 * Everything that went in.
 *
 * @param policies those of a line by version
 */
public record Sent(List<Entry> frames, List<Issued> policies, List<Said> verdicts) {

    public Sent {
        frames = List.copyOf(frames);
        policies = List.copyOf(policies);
        verdicts = List.copyOf(verdicts);
    }
}
