package dev.andon.images;

import java.net.URI;
import java.util.Locale;

/**
 * Where the uris of frames lead, found out without reading what stands there: a file is looked for, a server is not asked.
 * Any thread.
 */
public final class Leads {

    private final AllowedRoots roots;
    private final AllowedHosts hosts;

    /** @param access where frames may point to */
    public Leads(ImageAccess access) {
        this.roots = new AllowedRoots(access.roots());
        this.hosts = new AllowedHosts(access.hosts(), access.privateHosts());
    }

    /** Where a uri leads. */
    public enum Lead {
        /** To a file that is there, below an allowed directory. */
        FILE,
        /** To a server that may be asked. */
        SERVER,
        /** To nothing that would be read. */
        NOWHERE
    }

    public Lead of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        try {
            return switch (scheme) {
                case "file" -> {
                    roots.resolve(uri);
                    yield Lead.FILE;
                }
                case "http", "https" -> {
                    hosts.zoneOf(Urls.of(uri));
                    yield Lead.SERVER;
                }
                default -> Lead.NOWHERE;
            };
        } catch (Unusable e) {
            return Lead.NOWHERE;
        }
    }
}
