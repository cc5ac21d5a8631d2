package dev.andon.chaos.feed;

import java.io.IOException;
import java.time.Duration;

import dev.andon.config.AndonConfig;

/** Cameras of many lines that send until they are stopped, whatever happens to the brokers. Any thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class Feed implements AutoCloseable {

    private final Journal journal = new Journal();

    private Feed() {}

    /**
     * Registers the schemas, writes the first policies and starts the cameras.
     *
     * @throws IOException if registry or brokers are not to be reached: they have to stand at the start
     */
    public static Feed start(AndonConfig config, FeedSettings settings) throws IOException, InterruptedException {
        throw new UnsupportedOperationException(config.topics().frames() + settings);
    }

    public Journal journal() {
        return journal;
    }

    /** The policies of the lines, to be changed while the cameras run. */
    public Policies policies() {
        throw new UnsupportedOperationException();
    }

    /**
     * Stops the cameras and waits until it is known of each record whether the topic has it; of what is unknown after
     * {@code limit}, the journal says so.
     */
    public void stop(Duration limit) throws InterruptedException {
        throw new UnsupportedOperationException(limit.toString());
    }

    @Override
    public void close() {}
}
