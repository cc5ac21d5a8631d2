package dev.andon.topology.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Puts records of letters back to where they came from, all of a run or none, and marks their letters in the same
 * transaction. One thread.
 *
 * <p>A record keeps its bytes, key, partition and headers. What its letter had said of the error goes, since the next
 * letter would say it anew, and {@link LetterHeaders#REDRIVES} counts. Its time is the present, since its topic keeps
 * records by their time.
 */
public final class Redrive {

    private final Producer<byte[], byte[]> producer;

    private Redrive(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Ends whatever another run has begun: from here on either this one writes or one that was begun after it. So what is
     * read after this of letters and markers is all there is.
     *
     * @param producer transactional, with the same id in every run; stays the caller's to close
     */
    public static Redrive begin(Producer<byte[], byte[]> producer) {
        producer.initTransactions();
        return new Redrive(producer);
    }

    /**
     * Puts records back in this order.
     *
     * @param letters   that say where they came from
     * @param originals reads the record of a letter, with value; what it throws ends the run with nothing written
     * @return where each record stands now
     * @throws KafkaException if nothing was written, or, where the end of the transaction timed out, if that is not known
     */
    public Map<Letter, Position> putBack(List<Letter> letters,
            Function<Letter, ConsumerRecord<byte[], byte[]>> originals) throws InterruptedException {
        producer.beginTransaction();
        try {
            Map<Letter, Position> places = write(letters, letter -> renewed(letter, originals.apply(letter)));
            write(letters, letter -> new Marker(letter.at(), place(places, letter)).asRecord(letter));
            producer.commitTransaction();
            return places;
        } catch (RuntimeException | InterruptedException e) {
            abort(e);
            throw e;
        }
    }

    /** Sends a record for each letter, and waits until all of them are there. */
    private Map<Letter, Position> write(List<Letter> letters, Function<Letter, ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        Map<Letter, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (Letter letter : letters) {
            sent.put(letter, producer.send(records.apply(letter)));
        }
        producer.flush();
        Map<Letter, Position> places = new LinkedHashMap<>();
        for (Map.Entry<Letter, Future<RecordMetadata>> each : sent.entrySet()) {
            places.put(each.getKey(), place(each.getValue()));
        }
        return places;
    }

    /** The record as it goes back. */
    static ProducerRecord<byte[], byte[]> renewed(Letter letter, ConsumerRecord<byte[], byte[]> original) {
        Position source = Objects.requireNonNull(letter.source(), "a letter without source");
        Headers headers = new RecordHeaders();
        for (Header header : original.headers()) {
            if (!header.key().startsWith(LetterHeaders.ERRORS) && !header.key().equals(LetterHeaders.LEFT_OUT)) {
                headers.add(header);
            }
        }
        LetterHeaders.put(headers, LetterHeaders.REDRIVES, Long.toString(
                LetterHeaders.number(headers, LetterHeaders.REDRIVES, 0) + 1));
        return new ProducerRecord<>(source.topic(), source.partition(), original.key(), original.value(), headers);
    }

    private void abort(Exception why) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            why.addSuppressed(e);
        }
    }

    private static Position place(Map<Letter, Position> places, Letter letter) {
        return Objects.requireNonNull(places.get(letter));
    }

    private static Position place(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            RecordMetadata at = sent.get();
            return new Position(at.topic(), at.partition(), at.offset());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        }
    }
}
