package dev.andon.ingest.video;

import java.util.Locale;

/**
 * Why no pictures come.
 *
 * @param detail the words of whoever said so, without passwords; empty where nobody said anything
 */
public record Cause(Kind kind, String detail) {

    /** What to look at. */
    public enum Kind {
        REFUSED("nobody listens at that address and port: is the camera on?"), UNAUTHORIZED(
                "the camera wants another user or password"), NO_SUCH_STREAM(
                        "the camera has no stream of that path"), UNKNOWN_HOST(
                                "nobody knows a host of that name"), NO_ROUTE(
                                        "there is no way to that host: is it on this network?"), TIMED_OUT(
                                                "the camera does not answer"), NO_CAMERA(
                                                        "whoever listens at that address does not answer as a camera does"), CONNECTION_LOST(
                                                                "the connection broke"), NO_SUCH_TRANSPORT(
                                                                        "the camera does not send over that transport: try the other one of tcp and udp"), UNKNOWN_CODEC(
                                                                                "ffmpeg cannot decode what the camera sends"), NO_VIDEO(
                                                                                        "there is no video in it"), NOT_READABLE(
                                                                                                "the file cannot be read"), MASK_OUTSIDE(
                                                                                                        "a mask lies outside of the picture: nothing is taken, since what it should hide could be seen"), FFMPEG(
                                                                                                                "ffmpeg cannot do what it is asked to"), SILENT(
                                                                                                                        "the camera is connected and sends no picture"), ENDED(
                                                                                                                                "the stream ended");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As metrics and events call it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.words : kind.words + " (" + detail + ")";
    }
}
