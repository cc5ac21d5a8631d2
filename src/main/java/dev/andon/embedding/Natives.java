package dev.andon.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import ai.onnxruntime.OrtEnvironment;

/**
 * Where the native libraries of model and tokenizer stand while they are loaded: in a directory of ours, deleted right
 * after. Left to themselves, the tokenizer's would stay in the user's home, and the runtime's in the temporary
 * directory after a crash. The tokenizer's is told to stay off the network as well, which it would ask for a variant
 * that fits the graphics card.
 *
 * <p>Both read system properties when their classes load, once per process. Directories that are set already win.
 * Windows keeps files that are loaded: there they go at exit. Any thread.
 */
final class Natives {

    private static final List<String> RUNTIME = List.of("onnxruntime", "onnxruntime4j_jni");

    /** Read by the runtime, by the tokenizer, and by JNA, which the tokenizer looks for graphics cards with. */
    private static final List<String> DIRECTORIES = List.of("onnxruntime.native.path", "DJL_CACHE_DIR",
            "ENGINE_CACHE_DIR", "jna.tmpdir");

    private Natives() {}

    /** Something that loads native libraries. */
    interface Loader<T> {
        T load() throws IOException;
    }

    static synchronized <T> T whileUnpacked(Path scratch, Loader<T> loader) throws IOException {
        System.setProperty("ai.djl.offline", "true");
        Path directory = Files.createTempDirectory(Files.createDirectories(scratch), "andon-natives");
        List<String> redirected = DIRECTORIES.stream().filter(name -> System.getProperty(name) == null).toList();
        try {
            unpackRuntime(directory);
            redirected.forEach(property -> System.setProperty(property, directory.toString()));
            return loader.load();
        } finally {
            redirected.forEach(System::clearProperty);
            delete(directory);
        }
    }

    private static void unpackRuntime(Path directory) throws IOException {
        for (String name : RUNTIME) {
            String file = System.mapLibraryName(name);
            String resource = "native/" + platform() + "/" + file;
            try (InputStream library = OrtEnvironment.class.getResourceAsStream(resource)) {
                if (library == null) {
                    throw new IOException("ONNX Runtime brings no " + resource
                            + ": configure embedding.kind NONE, or run on Linux, macOS or Windows, x64 or aarch64");
                }
                Files.copy(library, directory.resolve(file));
            }
        }
    }

    /** As ONNX Runtime names its folders. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        String cpu = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return system + "-" + cpu;
    }

    private static void delete(Path directory) throws IOException {
        List<Path> tree;
        try (Stream<Path> paths = Files.walk(directory)) {
            tree = paths.toList();
        }
        tree.forEach(path -> path.toFile().deleteOnExit());
        tree.reversed().forEach(path -> path.toFile().delete());
    }
}
