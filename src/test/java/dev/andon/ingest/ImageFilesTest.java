package dev.andon.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageFilesTest {

    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(directory.resolve("a b"));
        Files.createDirectories(directory.resolve(".thumbs"));
        for (String name : List.of("2.JPG", "1.png", "a b/3.jpeg", "notes.txt", ".thumbs/4.jpg", ".5.jpg")) {
            Files.createFile(directory.resolve(name));
        }
    }

    @Test
    void aDirectoryGivesItsImagesInOrder() throws IOException {
        assertThat(ImageFiles.find(directory.toString())).containsExactly(directory.resolve("1.png"),
                directory.resolve("2.JPG"), directory.resolve("a b/3.jpeg"));
    }

    @Test
    void aGlobGivesWhatItMatchesWhateverItsExtension() throws IOException {
        assertThat(ImageFiles.find(directory + "/*.{png,txt}")).containsExactly(directory.resolve("1.png"),
                directory.resolve("notes.txt"));
        assertThat(ImageFiles.find(directory + "/**/*.jpeg")).containsExactly(directory.resolve("a b/3.jpeg"));
    }

    @Test
    void aFileGivesItself() throws IOException {
        assertThat(ImageFiles.find(directory + "/notes.txt")).containsExactly(directory.resolve("notes.txt"));
    }

    @Test
    void aPlaceThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> ImageFiles.find(directory + "/none/*.jpg")).isInstanceOf(NoSuchFileException.class);
    }
}
