package dev.andon.cli;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.core.frame.Frame;

/** What would become of the bytes of a letter if they came again now. */
record Prognosis(boolean readable, String text) {

    /** Reads the bytes as frames are read. */
    static Prognosis of(byte[] value, Codecs codecs) {
        return switch (codecs.frames().decode(value)) {
            case Decoding.Decoded<Frame>(Frame frame) -> new Prognosis(true, "can be read now: frame "
                    + Printable.of(frame.id().value()));
            case Decoding.Undecodable<Frame> broken -> new Prognosis(false, "still cannot be read: "
                    + Printable.shortened(broken.message(), 300));
            case Decoding.RegistryAway<Frame>(String detail) -> new Prognosis(false,
                    "cannot be judged while the schema registry does not answer (" + Printable.shortened(detail, 200)
                            + ")");
        };
    }
}
