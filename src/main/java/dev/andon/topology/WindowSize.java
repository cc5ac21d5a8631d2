package dev.andon.topology;

import dev.andon.config.AndonConfig;
import dev.andon.config.VlmConfig;

/** How many frames are inspected at once: as configured, or as many as keep every place for a call taken. */
final class WindowSize {

    /** Samples of a frame that are reckoned with; recipes ask for 5 unless they say otherwise. */
    private static final int SAMPLES = 4;

    private WindowSize() {}

    static int of(AndonConfig config) {
        int configured = config.inspect().framesInFlight();
        return configured > 0 ? configured : keepingBusy(config.vlm());
    }

    /**
     * Three quarters more frames than have calls enough for the places of all servers: a frame whose last calls are under
     * way leaves places to others, and one of a backlog holds its place while it is read again.
     */
    private static int keepingBusy(VlmConfig vlm) {
        int calls = vlm.maxConcurrentCalls() * vlm.addresses().size();
        int callsOfFrame = Math.ceilDiv(SAMPLES, vlm.choicesPerRequest());
        int needed = Math.ceilDiv(calls, callsOfFrame);
        return needed + Math.max(2, needed * 3 / 4);
    }
}
