package dev.andon.chaos.jury;

import java.util.ArrayList;
import java.util.List;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.chaos.clients.Sending;
import dev.andon.core.review.Verdict;

/** Every verdict that is said, or is going to be. Any thread. */
final class Transcript {

    @GuardedBy("this")
    private final List<Said> all = new ArrayList<>();

    /** Notes a verdict that is going to be said; returns its number. */
    synchronized int open(Verdict verdict) {
        all.add(new Said(verdict, new Sending.Pending()));
        return all.size() - 1;
    }

    /** Notes what became of a verdict. */
    synchronized void close(int number, Sending known) {
        all.set(number, new Said(all.get(number).verdict(), known));
    }

    /** Gives up every verdict of which nothing is known. */
    synchronized void giveUp() {
        all.replaceAll(said -> said.sending() instanceof Sending.Pending
                ? new Said(said.verdict(), new Sending.Unconfirmed("there was no time left"))
                : said);
    }

    /** Everything so far, by number. */
    synchronized List<Said> all() {
        return List.copyOf(all);
    }
}
