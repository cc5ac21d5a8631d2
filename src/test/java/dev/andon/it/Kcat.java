package dev.andon.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An independent Kafka client on the command line, where it is installed. */
final class Kcat {

    private static final long LIMIT_SECONDS = 60;

    private Kcat() {}

    static boolean isInstalled() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kcat")));
    }

    /** The committed records of a topic, each in this format. */
    static byte[] read(Plant plant, String topic, String format) throws IOException, InterruptedException {
        Path output = Files.createTempFile("kcat", ".bytes");
        try {
            Process kcat = new ProcessBuilder("kcat", "-C", "-q", "-e", "-b",
                    String.valueOf(plant.config().kafka().get("bootstrap.servers")), "-t", topic, "-o", "beginning",
                    "-X", "isolation.level=read_committed", "-f", format)
                    .redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            if (!kcat.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                kcat.destroyForcibly();
                throw new IOException("kcat did not end within " + LIMIT_SECONDS + " s");
            }
            return Files.readAllBytes(output);
        } finally {
            Files.delete(output);
        }
    }
}
