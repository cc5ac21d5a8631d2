package dev.andon.replay.reask;

import java.nio.file.Path;
import java.util.regex.Pattern;

import dev.andon.config.AndonConfig;
import dev.andon.config.ApplicationConfig;
import dev.andon.config.InspectConfig;
import dev.andon.config.TopicsConfig;

/**
 * The installation of a replay beside the live one: topics, application id and state of its own, on the same brokers, the
 * same registry, the same model and the same image store.
 *
 * @param name   of the replay
 * @param config of its application
 */
public record Site(String name, AndonConfig config) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");

    /** Whether a replay may have this name, which becomes a part of names of topics and directories. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The site of a replay. An outage of the model holds its frames, since a held frame would look like a changed route; no
     * late sample is asked for once more, since its seed would be another one; and images may be read from the store by uri.
     *
     * @param partitions of the live topics, so that a line has the same one
     */
    public static Site of(AndonConfig live, String name, int partitions) {
        ApplicationConfig application = live.application();
        return new Site(name, new AndonConfig(live.kafka(),
                new ApplicationConfig(id(live, name), state(live, name), application.threads(),
                        application.groupProtocol(), 0),
                new TopicsConfig(prefix(live, name), partitions, live.topics().replicationFactor()), live.registry(),
                live.vlm(), live.embedding(), live.images().readingItsStore(), inspect(live.inspect()), live.review(),
                live.shadow(), live.ingest(), live.server()));
    }

    /** Prefix of the topics of a replay. */
    public static String prefix(AndonConfig live, String name) {
        return live.topics().prefix() + "replay." + name + ".";
    }

    /** Prefix of its application id, group that its progress is committed for, and id of its transactions. */
    public static String id(AndonConfig live, String name) {
        return live.application().id() + "-replay-" + name;
    }

    private static Path state(AndonConfig live, String name) {
        return live.application().stateDir().resolve("replay").resolve(name);
    }

    private static InspectConfig inspect(InspectConfig live) {
        return new InspectConfig(live.framesInFlight(), live.bytesInFlight(), InspectConfig.OnOutage.HOLD,
                live.maxParked(), live.seenFramesPerLine(), live.lotSalt(), live.attempts(),
                new InspectConfig.Hedge(live.hedge().lateness(), 0));
    }
}
