package dev.andon.images;

import java.time.Duration;

import dev.andon.core.frame.ImageBytes;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Gets images from the servers that frames may point to. Each place that a uri or a redirection leads to is checked
 * before anything is sent there. Any thread; blocks.
 */
final class ImageServers implements AutoCloseable {

    /** Of a uri, redirections not counted. */
    private static final int ATTEMPTS = 3;
    private static final int REDIRECTIONS = 3;

    private final AllowedHosts hosts;
    private final Duration timeout;
    private final Duration pause;
    private final ImageRequests open;
    private final ImageRequests inside;

    /**
     * @param names resolves the names of servers
     * @param pause after the first attempt; twice as long after the second
     */
    ImageServers(ImageAccess access, Dns names, Duration pause) {
        this.hosts = new AllowedHosts(access.hosts(), access.privateHosts());
        this.timeout = access.fetchTimeout();
        this.pause = pause;
        Duration connecting = Duration.ofMillis(Math.max(1, timeout.toMillis() / ATTEMPTS));
        this.open = new ImageRequests(Zone.OPEN, connecting, names);
        this.inside = new ImageRequests(Zone.INSIDE, connecting, names);
    }

    /**
     * The image at a uri.
     *
     * @throws Unusable             if it may not be asked for, cannot be had within the time, or has a wrong size
     * @throws InterruptedException if it is no longer wanted
     */
    ImageBytes fetch(HttpUrl url, Extent extent) throws Unusable, InterruptedException {
        TimeLimit limit = TimeLimit.in(timeout);
        for (int attempt = 1;; attempt++) {
            switch (follow(url, extent, limit)) {
                case Answer.Image(ImageBytes bytes) -> {
                    return bytes;
                }
                case Answer.NotNow(String detail) -> pauseBeforeNext(attempt, detail, limit);
                case Answer.Elsewhere(String location) ->
                    throw new Unusable(Urls.shown(url) + " redirects more than " + REDIRECTIONS + " times");
            }
        }
    }

    private Answer follow(HttpUrl first, Extent extent, TimeLimit limit) throws Unusable, InterruptedException {
        HttpUrl url = first;
        Zone zone = hosts.zoneOf(url);
        for (int redirections = 0;; redirections++) {
            Answer answer = (zone == Zone.OPEN ? open : inside).get(url, extent, limit.rest());
            if (!(answer instanceof Answer.Elsewhere(String location)) || redirections == REDIRECTIONS) {
                return answer;
            }
            HttpUrl next = Urls.redirected(url, location);
            Zone nextZone = hosts.zoneOf(next);
            if (!zone.mayRedirectTo(nextZone)) {
                throw new Unusable(Urls.shown(url) + " redirects to " + Urls.shown(next)
                        + ", a server of images.allowedPrivateHosts: only these may redirect to one another");
            }
            url = next;
            zone = nextZone;
        }
    }

    private void pauseBeforeNext(int attempt, String detail, TimeLimit limit) throws Unusable, InterruptedException {
        Duration wait = pause.multipliedBy(attempt);
        if (attempt == ATTEMPTS || limit.rest().compareTo(wait) <= 0) {
            throw new Unusable(detail + " (attempt " + attempt + " of " + ATTEMPTS + " within images.fetchTimeout, "
                    + timeout.toMillis() + " ms)");
        }
        Thread.sleep(wait);
    }

    /** Ends the requests under way and closes the connections. */
    @Override
    public void close() {
        open.close();
        inside.close();
    }
}
