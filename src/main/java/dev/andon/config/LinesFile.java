package dev.andon.config;

import java.nio.file.Path;
import java.util.List;

import dev.andon.core.decision.LinePolicy;

/** Reads the policies of lines as people write them: everything but versions, revisions and the author. */
public final class LinesFile {

    private LinesFile() {}

    /** Whether a file looks like one of policies: it has a top-level key {@code lines}. */
    public static boolean is(Path file) {
        return YamlTree.read(file, new Problems()).entries().containsKey("lines");
    }

    /**
     * The policies in the order of the file, each with version 1, revisions 1 and no approver; or everything that is
     * wrong with them.
     *
     * @param author who writes them
     */
    public static Outcome<List<LinePolicy>> read(Path file, String author) {
        Problems problems = new Problems();
        Node.Mapping top = YamlTree.read(file, problems);
        if (problems.any()) {
            return problems.unlessAny(List::of);
        }
        List<LinePolicy> policies = new LinesReader(author).read(Section.of("", top, problems));
        return problems.unlessAny(() -> policies);
    }
}
