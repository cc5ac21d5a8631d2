package dev.andon.ingest.http;

/**
 * How large an image may be.
 *
 * @param bytes  inclusive, at least 1
 * @param remedy what to do where that is too little
 */
public record ImageLimit(long bytes, String remedy) {

    /**
     * The smaller one of two limits.
     *
     * @param images bytes of an image by configuration
     * @param topic  bytes of an image that travels inside a record of the topic
     */
    public static ImageLimit of(long images, long topic) {
        return images <= topic
                ? new ImageLimit(images, "raise images.maxBytes, or send smaller images")
                : new ImageLimit(topic, "raise max.message.bytes of the topic, or send smaller images");
    }
}
