package dev.andon.ingest.video;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Set;

import dev.andon.ingest.video.VideoInput.Stream;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Addresses of cameras. Pure functions. */
final class Urls {

    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https");

    private Urls() {}

    static boolean isRtsp(URI address) {
        return address.getScheme().startsWith("rtsp");
    }

    /** What is wrong with an address; null where nothing is. */
    static @Nullable String problem(URI address) {
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null) {
            return "is no address of a camera: write for instance rtsp://camera-1:554/stream";
        }
        return address.getUserInfo() == null
                ? null
                : "holds a login, which everybody reads who lists processes or files: write it to a file of its own";
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
