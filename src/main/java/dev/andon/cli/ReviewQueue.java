package dev.andon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Purpose;
import dev.andon.images.LoadedImage;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.consumer.Consumer;

/** Asks people about frames that were accepted, by copies as for audits. One thread. */
final class ReviewQueue implements AutoCloseable {

    /** Images that are held in memory at once. */
    private static final int BATCH = 32;

    /**
     * What became of the frames that people were to be asked about.
     *
     * @param added     new in the queue
     * @param there     asked about before
     * @param forgotten decided too long ago: no verdict would be taken
     * @param blind     without an image
     */
    record Added(int added, int there, int forgotten, int blind) {

        void print(PrintWriter out) {
            out.println("in the queue for people: " + Listing.count(added, "frame") + " added"
                    + and(there, "asked about before") + and(forgotten, "decided before what review.remember reaches")
                    + and(blind, "without an image"));
        }

        private static String and(int count, String what) {
            return count == 0 ? "" : ", " + count + " " + what;
        }
    }

    private final AndonConfig config;
    private final Codecs codecs;
    private final InspectionImages images;
    private final InstantSource clock = InstantSource.system();

    private ReviewQueue(AndonConfig config, Codecs codecs, InspectionImages images) {
        this.config = config;
        this.codecs = codecs;
        this.images = images;
    }

    static ReviewQueue of(AndonConfig config, Codecs codecs) {
        return new ReviewQueue(config, codecs, InspectionImages.of(config, codecs));
    }

    /** Adds inspections of accepted frames that nobody has judged; one that was added before is not added again. */
    Added add(List<Inspection> wanted) throws InterruptedException {
        Instant since = clock.instant().minus(config.review().remember());
        List<Inspection> remembered = wanted.stream().filter(each -> each.times().decided().isAfter(since)).toList();
        Set<String> there = remembered.isEmpty() ? Set.of() : copies(since);
        List<Inspection> fresh = remembered.stream().filter(each -> !there.contains(each.id())).toList();
        int added = 0;
        for (int i = 0; i < fresh.size(); i += BATCH) {
            added += write(fresh.subList(i, Math.min(i + BATCH, fresh.size())));
        }
        return new Added(added, remembered.size() - fresh.size(), wanted.size() - remembered.size(),
                fresh.size() - added);
    }

    private int write(List<Inspection> batch) throws InterruptedException {
        List<Inspection> copies = new ArrayList<>();
        batch.forEach(each -> copy(each).ifPresent(copies::add));
        LineRecords.write(config, codecs, TopicSchemas.humanReview(config.topics()), codecs.inspections(),
                Inspection::line, copies);
        return copies.size();
    }

    private Optional<Inspection> copy(Inspection inspection) {
        return images.of(inspection).map(image -> showing(inspection, image).forAudit());
    }

    /** The image inside of the record where it may be, otherwise in the store. */
    private Inspection showing(Inspection inspection, LoadedImage.Loaded image) {
        if (image.bytes().size() <= config.images().inlineLimit().bytes()) {
            return inspection.showing(inspection.image().uri(), image.bytes(), image.contentType());
        }
        try {
            URI uri = images.store().put(image.bytes(), inspection.image().sha256(), image.contentType());
            return inspection.showing(uri, null, image.contentType());
        } catch (IOException e) {
            throw CommandFailure.failed("images.store cannot keep the image of inspection " + inspection.id() + ": "
                    + e.getMessage());
        }
    }

    /** The inspections that people have copies of, by id. */
    private Set<String> copies(Instant since) {
        Set<String> copies = new HashSet<>();
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            TopicReader reader = new TopicReader(consumer, config.topics().humanReview());
            reader.seekTo(since);
            reader.eachToEnd(record -> {
                if (codecs.inspections().decode(record.value()) instanceof Decoding.Decoded<Inspection>(var inspection)
                        && inspection.purpose() == Purpose.AUDIT) {
                    copies.add(inspection.id());
                }
            });
        }
        return copies;
    }

    @Override
    public void close() {
        images.close();
    }
}
