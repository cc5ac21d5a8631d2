package dev.andon.ingest.video;

import java.net.URI;
import java.net.URLEncoder;

import dev.andon.ingest.video.VideoInput.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Addresses of cameras. Pure functions. */
final class Urls {

    private Urls() {}

    static boolean isRtsp(URI address) {
        return address.getScheme().startsWith("rtsp");
    }

    /** The address with user and password, as ffmpeg wants it. */
    static String complete(Stream stream) {
        Login login = stream.login();
        String address = stream.address().toASCIIString();
        int host = address.indexOf("//") + 2;
        return login == null
                ? address
                : address.substring(0, host) + escaped(login.user()) + ":" + escaped(login.password()) + "@"
                        + address.substring(host);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
