package dev.andon.images;

import java.net.URI;

import okhttp3.HttpUrl;

/** Addresses of images on servers. */
final class Urls {

    private static final int LONGEST = 300;

    private Urls() {}

    /** @throws Unusable if it is no http address, or carries credentials */
    static HttpUrl of(URI uri) throws Unusable {
        HttpUrl url = HttpUrl.parse(uri.toString());
        if (url == null) {
            throw new Unusable("the uri of " + uri.toString().length() + " characters is no http address");
        }
        return checked(url);
    }

    /**
     * Where a redirection leads.
     *
     * @throws Unusable if it is no http address, carries credentials, or leaves https for http
     */
    static HttpUrl redirected(HttpUrl from, String location) throws Unusable {
        HttpUrl to = from.resolve(location);
        if (to == null) {
            throw new Unusable(shown(from) + " redirects to what is no http address");
        }
        if (from.isHttps() && !to.isHttps()) {
            throw new Unusable(shown(from) + " redirects from https to http, to " + shown(to));
        }
        return checked(to);
    }

    /** A uri for messages: without credentials and query, where servers keep signatures, and not endless. */
    static String shown(HttpUrl url) {
        String text = url.newBuilder().username("").password("").query(null).fragment(null).build().toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static HttpUrl checked(HttpUrl url) throws Unusable {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new Unusable(shown(url) + " comes with a user name or a password: these are not sent to anybody");
        }
        return url;
    }
}
