package dev.andon.images;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where frames may point to.
 *
 * @param roots        directories; none refuses every file
 * @param hosts        servers at public addresses: a name or an address, with a colon and a port where it is not the
 *                     default port of http or https
 * @param privateHosts servers that may also stand at private and loopback addresses, written likewise
 * @param fetchTimeout of one image from a server, repetitions and redirects included
 */
public record ImageAccess(List<Path> roots, List<String> hosts, List<String> privateHosts, Duration fetchTimeout) {

    public ImageAccess {
        roots = List.copyOf(roots);
        hosts = List.copyOf(hosts);
        privateHosts = List.copyOf(privateHosts);
    }

    /** Directories alone. */
    static ImageAccess files(List<Path> roots) {
        return new ImageAccess(roots, List.of(), List.of(), Duration.ofSeconds(1));
    }
}
