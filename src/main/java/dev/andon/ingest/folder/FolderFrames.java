package dev.andon.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import dev.andon.ingest.Carriage;
import dev.andon.ingest.DigestId;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.Made;
import dev.andon.ingest.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of the files of a folder. The id of a frame is a digest of line, camera, name and time of its file and its published content:
 * a file that is published once more after a crash is recognised, and another one of the same name is another frame. Any
 * thread.
 */
final class FolderFrames {

    private final DropFolder folder;
    private final FrameMaker maker;
    private final Carriage carriage;

    FolderFrames(DropFolder folder, FrameMaker maker, Carriage carriage) {
        this.folder = folder;
        this.maker = maker;
        this.carriage = carriage;
    }

    /**
     * The frame of a file, or why there is none.
     *
     * @throws IOException if the file cannot be read
     */
    Made make(Arrival arrival) throws IOException {
        Made.Unfit tooLarge = maker.tooLarge(arrival.size());
        if (tooLarge != null) {
            return tooLarge;
        }
        ImageBytes image = ImageBytes.of(Files.readAllBytes(arrival.path()));
        Path name = folder.path().relativize(arrival.path());
        Optional<Particulars> named = named(name);
        if (named.isEmpty()) {
            return new Made.Unfit("the name '" + name + "' does not match the pattern '" + folder.pattern() + "'");
        }
        Particulars known;
        try {
            known = besides(arrival.path(), named.get());
        } catch (IOException e) {
            return new Made.Unfit("what stands beside it cannot be used: " + e.getMessage());
        }
        Made made = maker.make(published -> id(name, arrival, published), folder.origin(), known, arrival.written(),
                image, null);
        return made instanceof Made.Ready(var frame) ? carriage.carry(frame) : made;
    }

    private Optional<Particulars> named(Path name) {
        NamePattern pattern = folder.pattern();
        return pattern == null ? Optional.of(Particulars.NONE) : pattern.read(name);
    }

    /** What a file beside it says is more than what its name says. */
    private Particulars besides(Path image, Particulars named) throws IOException {
        Path sideCar = SideCar.of(image);
        if (folder.sideCars() == DropFolder.SideCars.NONE || !Files.exists(sideCar)) {
            return named;
        }
        Particulars said = SideCar.read(sideCar);
        return new Particulars(either(said.unitId(), named.unitId()), either(said.workOrder(), named.workOrder()),
                either(said.partNumber(), named.partNumber()), either(said.capturedAt(), named.capturedAt()));
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private FrameId id(Path name, Arrival arrival, ImageBytes image) {
        return DigestId.of("file", folder.origin().line().value(), folder.origin().cameraId(), name.toString(),
                Long.toString(arrival.written().toEpochMilli()), Sha256.hex(image.array()));
    }
}
