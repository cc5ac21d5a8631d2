package dev.andon.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.camera.CameraEvent;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon cameras}. */
@Command(name = "cameras", mixinStandardHelpOptions = true, description = {
    "Shows how every camera is doing that was heard of in the last 15 minutes: state, frames per second, age of the last"
            + " frame, drops, restarts, what waits for Kafka, quality of the pictures."})
final class CamerasCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration BACK = Duration.ofMinutes(15);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--line", paramLabel = "LINE", description = "Only cameras of this production line.")
    private @Nullable String line;

    @Option(names = "--json", description = "One JSON object per camera, a line each.")
    private boolean json;

    @Option(names = "--follow", description = "Look again every two seconds, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws InterruptedException {
        AndonConfig config = options.load();
        try (Codecs codecs = Wiring.codecs(config); Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            TopicReader reader = new TopicReader(consumer, config.topics().cameraEvents());
            reader.seekTo(Instant.now().minus(BACK));
            NewestByCamera newest = new NewestByCamera(codecs.cameraEvents(), line);
            PrintWriter out = spec.commandLine().getOut();
            while (true) {
                reader.eachToEnd(newest::take);
                print(newest, Instant.now(), out);
                out.flush();
                if (!follow) {
                    return 0;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private void print(NewestByCamera newest, Instant now, PrintWriter out) {
        List<CameraEvent> events = newest.events();
        if (json) {
            events.forEach(event -> out.println(CameraJson.of(event, now)));
            return;
        }
        out.print(follow ? Screen.clear() : "");
        if (events.isEmpty()) {
            out.println("no camera" + (line == null ? "" : " of line " + line) + " was heard of in the last "
                    + Amounts.time(BACK) + ": does 'andon run' have the role ingest?");
        } else {
            CameraTable.of(events, now).print(out);
        }
        if (newest.unreadable() > 0) {
            out.println(
                    Listing.count(newest.unreadable(), "record") + " of the topic cannot be read: andon tail says why");
        }
    }
}
