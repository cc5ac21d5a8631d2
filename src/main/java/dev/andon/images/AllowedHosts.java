package dev.andon.images;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import okhttp3.HttpUrl;

/**
 * The servers that frames may point to. A uri that leads elsewhere is refused before anything is looked up or
 * connected. An entry without port stands for the default port of each scheme. Any thread.
 */
final class AllowedHosts {

    private final List<String> open;
    private final List<String> inside;

    /** Entries are {@code host} or {@code host:port}. */
    AllowedHosts(List<String> open, List<String> inside) {
        this.open = open;
        this.inside = inside;
    }

    /**
     * The zone that a uri leads to.
     *
     * @throws Unusable if its server is not listed, or is written as an address that its zone does not admit
     */
    Zone zoneOf(HttpUrl url) throws Unusable {
        Zone zone = isListed(url, inside) ? Zone.INSIDE : Zone.OPEN;
        if (zone == Zone.OPEN && !isListed(url, open)) {
            throw new Unusable(Urls.shown(url) + " is on a server that is not in images.allowedHosts, which are " + open
                    + ", nor in images.allowedPrivateHosts, which are " + inside);
        }
        Optional<InetAddress> literal = literal(url);
        if (literal.isPresent() && !zone.admits(literal.get())) {
            throw new Unusable(Urls.shown(url) + " " + zone.refusal(literal.get()));
        }
        return zone;
    }

    private static boolean isListed(HttpUrl url, List<String> entries) {
        return entries.stream().anyMatch(entry -> {
            HttpUrl listed = HttpUrl.parse(url.scheme() + "://" + entry + "/");
            return listed != null && listed.host().equals(url.host()) && listed.port() == url.port();
        });
    }

    /** The address where one is written in place of a name: OkHttp connects to these without asking its DNS. */
    private static Optional<InetAddress> literal(HttpUrl url) throws Unusable {
        if (!url.host().contains(":") && !url.host().matches("[\\d.]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(url.host()));
        } catch (IllegalArgumentException e) {
            throw new Unusable(Urls.shown(url) + " is on a server whose address is none");
        }
    }
}
