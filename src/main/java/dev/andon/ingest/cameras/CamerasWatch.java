package dev.andon.ingest.cameras;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.andon.config.CamerasConfig;
import dev.andon.config.CamerasFile;
import dev.andon.config.DataSize;
import dev.andon.config.Outcome;
import dev.andon.config.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the file of cameras says something new. What is new counts once it is the same at two looks, since files are
 * written bit by bit; a file that is gone says nothing. One thread.
 */
public final class CamerasWatch implements Wanted {

    private static final Logger LOG = LoggerFactory.getLogger(CamerasWatch.class);

    private final Path file;
    private final DataSize largestImage;
    private Look seen = new Look("", "");
    private Look told = seen;

    /** What was found: a text, or why there is none. */
    private record Look(String text, String trouble) {}

    /** @param largestImage {@code images.maxBytes} */
    public CamerasWatch(Path file, DataSize largestImage) {
        this.file = file;
        this.largestImage = largestImage;
    }

    /** Nothing where the file is not there or has mistakes, of which people are told. */
    @Override
    public CamerasConfig first() {
        seen = read();
        return look().orElse(new CamerasConfig(null, null, List.of()));
    }

    /** Empty also where the file has mistakes, of which people are told. */
    @Override
    public Optional<CamerasConfig> look() {
        Look now = read();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(told)) {
            return Optional.empty();
        }
        told = now;
        if (!now.trouble().isEmpty()) {
            LOG.atWarn().addKeyValue("file", file).log("the cameras stay as they are: {}", now.trouble());
            return Optional.empty();
        }
        return understood(now.text());
    }

    private Look read() {
        try {
            return new Look(Files.readString(file), "");
        } catch (NoSuchFileException e) {
            return new Look("", "their file is not there");
        } catch (IOException e) {
            return new Look("", "their file cannot be read: " + e);
        }
    }

    private Optional<CamerasConfig> understood(String text) {
        return switch (CamerasFile.read(file.toString(), new StringReader(text), largestImage)) {
            case Outcome.Valid<CamerasConfig>(CamerasConfig cameras) -> {
                LOG.atInfo().addKeyValue("file", file).addKeyValue("cameras", cameras.cameras().size())
                        .log("the cameras were read");
                yield Optional.of(cameras);
            }
            case Outcome.Invalid<CamerasConfig>(List<Problem> problems) -> {
                problems.forEach(problem -> LOG.atError().addKeyValue("file", file)
                        .log("the cameras stay as they are: {}", problem));
                yield Optional.empty();
            }
        };
    }
}
