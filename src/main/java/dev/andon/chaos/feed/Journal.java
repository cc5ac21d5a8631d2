package dev.andon.chaos.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.chaos.clients.Sending;

/** Every record that was sent, in memory and without its image. Any thread. */
public final class Journal {

    /** The header of each record that holds the number of its entry, in decimal digits. */
    public static final String HEADER = "andon-chaos-number";

    @GuardedBy("this")
    private final List<Entry> entries = new ArrayList<>();

    /** Notes a record that is about to be sent; returns its number. */
    synchronized int open(Draft draft) {
        Entry entry = draft.entry(entries.size());
        entries.add(entry);
        return entry.number();
    }

    /** Notes what became of a record. */
    synchronized void close(int number, Sending known) {
        entries.set(number, entries.get(number).with(known));
    }

    /** Everything so far, by number. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many records were handed to the producer. */
    public synchronized int count() {
        return entries.size();
    }

    /** How many results are due at least: of confirmed records that repeat none before them. */
    public int due() {
        Set<String> seen = new HashSet<>();
        int due = 0;
        for (Entry entry : entries()) {
            boolean repeated = entry.content() == Content.IMAGE
                    && !seen.add(entry.line() + '\n' + entry.frameId() + '\n' + entry.sha256());
            due += entry.position() != null && !repeated ? 1 : 0;
        }
        return due;
    }
}
