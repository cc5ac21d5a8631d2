package dev.andon.demo.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a child runs, on the Java of this process.
 *
 * @param name      for messages
 * @param jvmFlags  without the class path
 * @param classPath has to contain {@link ChildMain}
 * @param mainClass the real main class
 * @param arguments of the real main class
 * @param log       receives standard output and error; appended to
 */
public record ChildCommand(
        String name,
        List<String> jvmFlags,
        String classPath,
        String mainClass,
        List<String> arguments,
        Path log) {

    public ChildCommand {
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
    }

    /** A child on the class path of this process. */
    public static ChildCommand ofThisProgram(String name, List<String> jvmFlags, Class<?> mainClass,
            List<String> arguments, Path log) {
        return new ChildCommand(name, jvmFlags, System.getProperty("java.class.path", ""), mainClass.getName(),
                arguments, log);
    }

    List<String> line() {
        List<String> line = new ArrayList<>();
        line.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        line.addAll(jvmFlags);
        line.addAll(List.of("-cp", classPath, ChildMain.class.getName(), mainClass));
        line.addAll(arguments);
        return line;
    }
}
