package dev.andon.replay;

/** What many frames took. One thread. */
public final class Efforts {

    private final Durations times = new Durations();
    private final Durations samples = new Durations();
    private long frames;
    private long tokens;

    void add(Effort effort) {
        frames++;
        tokens += effort.tokens();
        if (effort.time() != null) {
            times.add(effort.time());
        }
        effort.samples().forEach(samples::add);
    }

    void add(Efforts other) {
        frames += other.frames;
        tokens += other.tokens;
        times.add(other.times);
        samples.add(other.samples);
    }

    /** From the records of the frames to their decisions. */
    public Durations times() {
        return times;
    }

    /** Of the calls. */
    public Durations samples() {
        return samples;
    }

    /** NaN where there is no frame. */
    public double tokensPerFrame() {
        return frames == 0 ? Double.NaN : (double) tokens / frames;
    }
}
