package dev.andon.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import dev.andon.topology.letters.Marker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The letters of a topic, and which of them were put back. One thread. */
final class LetterBox {

    private final List<Letter> letters = new ArrayList<>();
    private final Map<Position, Position> putBack = new HashMap<>();

    private LetterBox() {}

    /** Reads a topic from where the reader stands to where it ends now. */
    static LetterBox read(TopicReader reader) {
        LetterBox box = new LetterBox();
        reader.eachToEnd(box::take);
        box.letters.sort(Comparator.comparing(Letter::time));
        return box;
    }

    /** In the order of time. */
    List<Letter> letters() {
        return letters;
    }

    Optional<Letter> at(Position position) {
        return letters.stream().filter(letter -> letter.at().equals(position)).findFirst();
    }

    /** Where the record of a letter was put back to last; null where it was not. */
    @Nullable
    Position putBack(Letter letter) {
        return putBack.get(letter.at());
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Marker.of(record).ifPresentOrElse(marker -> putBack.put(marker.letter(), marker.putBack()),
                () -> letters.add(Letter.of(record)));
    }
}
