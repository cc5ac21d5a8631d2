package dev.andon.ingest.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.EventKind;

/**
 * Events on their way out, at most so many. Where there is no more room, heartbeats go first, the oldest one first: the next
 * one says the same and more. Any thread.
 */
final class Outbox {

    private final int room;

    @GuardedBy("this")
    private final Deque<CameraEvent> waiting = new ArrayDeque<>();
    @GuardedBy("this")
    private final Deque<CameraEvent> failed = new ArrayDeque<>();
    @GuardedBy("this")
    private boolean closed;
    @GuardedBy("this")
    private long lost;

    /** @param room events that may wait, and as many that failed */
    Outbox(int room) {
        this.room = room;
    }

    /** Never waits. What comes after the end is lost. */
    synchronized void add(CameraEvent event) {
        if (closed) {
            lost++;
            return;
        }
        put(waiting, event);
        notifyAll();
    }

    /** It could not be sent. It is tried again with the next one, unless that makes up for it. */
    synchronized void failed(CameraEvent event) {
        if (isHeartbeat(event)) {
            lost++;
        } else {
            put(failed, event);
        }
    }

    /** Waits until there is something to send. Returns all of it, what failed first; empty once everything is over. */
    synchronized List<CameraEvent> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<CameraEvent> all = new ArrayList<>();
        if (!waiting.isEmpty()) {
            all.addAll(failed);
            all.addAll(waiting);
            failed.clear();
            waiting.clear();
        }
        return all;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Events that nobody will hear of. */
    synchronized long lost() {
        return lost;
    }

    @GuardedBy("this")
    private void put(Deque<CameraEvent> where, CameraEvent event) {
        where.add(event);
        if (where.size() > room) {
            makeRoom(where);
            lost++;
        }
    }

    private static void makeRoom(Deque<CameraEvent> full) {
        for (Iterator<CameraEvent> each = full.iterator(); each.hasNext();) {
            if (isHeartbeat(each.next())) {
                each.remove();
                return;
            }
        }
        full.remove();
    }

    private static boolean isHeartbeat(CameraEvent event) {
        return event.kind().equals(EventKind.STATUS);
    }
}
