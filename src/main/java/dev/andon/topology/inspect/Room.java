package dev.andon.topology.inspect;

import java.util.List;
import java.util.Optional;

import dev.andon.async.InFlightWindow;
import dev.andon.async.InFlightWindow.Pass;
import dev.andon.async.Resequencer.Slot;

/** The room that the frames of one task find in the window, which it shares with the other tasks. One thread. */
final class Room implements AutoCloseable {

    private final InFlightWindow.Entrance entrance;
    private final InFlightWindow window;
    private final long maxImageBytes;
    private final int attempts;

    /**
     * Room in a window.
     *
     * @param maxImageBytes of an image that is loaded by its uri
     * @param attempts      at a frame, of which the last one is made alone
     */
    Room(InFlightWindow window, long maxImageBytes, int attempts) {
        this.window = window;
        this.attempts = attempts;
        this.entrance = window.entrance();
        this.maxImageBytes = maxImageBytes;
    }

    /** Slots of frames, sorted by which of their lines' turn it is. */
    List<Slot<String, OpenFrame, Outcome>> inTurn(List<Slot<String, OpenFrame, Outcome>> slots) {
        return window.inTurn(slots, slot -> line(slot.item()));
    }

    /**
     * Takes a place for a frame that the model is asked about; whether there is one.
     *
     * @param oldest whether it is the oldest of its task
     */
    boolean enter(OpenFrame frame, boolean oldest) {
        return isLastAttempt(frame)
                ? enterAlone(frame)
                : granted(frame, oldest
                        ? entrance.tryEnterFirst(line(frame), frame.bytes())
                        : entrance.tryEnter(line(frame), frame.bytes()));
    }

    /** The same beside the places, for a frame that the model is not asked about. */
    boolean enterAside(OpenFrame frame, boolean oldest) {
        return isLastAttempt(frame)
                ? enterAlone(frame)
                : granted(frame, entrance.tryEnterAside(line(frame), frame.bytes(), oldest));
    }

    /**
     * Makes room for the image of a frame that has entered, where it is loaded by its uri. If there is none, the frame
     * leaves, and knows how much it needs.
     */
    boolean growFor(Dossier dossier, OpenFrame frame, boolean oldest) {
        long more = frame.needs(dossier.bytesBeside(maxImageBytes));
        boolean fits = more <= 0 || frame.pass().tryGrow(more, oldest);
        if (!fits) {
            frame.leave();
        }
        return fits;
    }

    /** No frame of the task waits for a place. */
    void nobodyWaits() {
        entrance.stopWaiting();
    }

    @Override
    public void close() {
        entrance.close();
    }

    private static String line(OpenFrame frame) {
        return frame.entry().lineKey();
    }

    private boolean isLastAttempt(OpenFrame frame) {
        return frame.entry().attempts().count() == attempts - 1;
    }

    /** Nothing else may be under way, so that nothing else can be blamed for what happens. */
    private boolean enterAlone(OpenFrame frame) {
        return granted(frame, frame.reserve(window).tryEnter(frame.bytes()));
    }

    private static boolean granted(OpenFrame frame, Optional<Pass> pass) {
        pass.ifPresent(frame::enter);
        return pass.isPresent();
    }
}
