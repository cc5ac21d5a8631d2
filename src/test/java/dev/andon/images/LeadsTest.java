package dev.andon.images;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.andon.images.Leads.Lead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LeadsTest {

    @TempDir
    private Path directory;

    @Test
    void aFileHasToBeThereBelowAnAllowedDirectory() throws Exception {
        Path allowed = Files.createDirectory(directory.resolve("allowed"));
        Path inside = Files.writeString(allowed.resolve("a.jpg"), "");
        Path outside = Files.writeString(directory.resolve("b.jpg"), "");

        Leads leads = leads(List.of(allowed), List.of());

        assertThat(leads.of(inside.toUri())).isEqualTo(Lead.FILE);
        assertThat(leads.of(outside.toUri())).isEqualTo(Lead.NOWHERE);
        assertThat(leads.of(allowed.resolve("gone.jpg").toUri())).isEqualTo(Lead.NOWHERE);
    }

    @Test
    void aServerHasToBeAllowed() {
        Leads leads = leads(List.of(), List.of("images.example.com"));

        assertThat(leads.of(URI.create("https://images.example.com/a.jpg"))).isEqualTo(Lead.SERVER);
        assertThat(leads.of(URI.create("https://other.example.com/a.jpg"))).isEqualTo(Lead.NOWHERE);
        assertThat(leads.of(URI.create("https://me:secret@images.example.com/a.jpg"))).isEqualTo(Lead.NOWHERE);
    }

    @Test
    void anythingElseLeadsNowhere() {
        Leads leads = leads(List.of(directory), List.of());

        assertThat(leads.of(URI.create("s3://bucket/a.jpg"))).isEqualTo(Lead.NOWHERE);
        assertThat(leads.of(URI.create("a.jpg"))).isEqualTo(Lead.NOWHERE);
    }

    private static Leads leads(List<Path> roots, List<String> hosts) {
        return new Leads(new ImageAccess(roots, hosts, List.of(), Duration.ofSeconds(1)));
    }
}
