package dev.andon.topology.review;

import java.util.Optional;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;

/** Decodes what came, or sends it to the dead letters. One thread. */
final class Intake {

    private final ReviewPublisher publisher;

    Intake(ReviewPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * The value of a record; empty where it was unreadable and is a dead letter now.
     *
     * @throws RegistryAwayException if that cannot be said
     */
    <T> Optional<T> read(Codec<T> codec, Came came) {
        return switch (codec.decode(came.value())) {
            case Decoding.Decoded<T>(T value) -> Optional.of(value);
            case Decoding.Undecodable<T>(String type, String message, String trace) -> {
                publisher.deadLetter(came.letter(type, message, trace));
                yield Optional.empty();
            }
            case Decoding.RegistryAway<T>(String detail) ->
                throw new RegistryAwayException(came.position() + " cannot be read: " + detail);
        };
    }
}
