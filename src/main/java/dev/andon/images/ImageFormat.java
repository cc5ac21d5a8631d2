package dev.andon.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The encodings that can be decoded, told by their first bytes. */
enum ImageFormat {
    /** ITU-T T.81, baseline, extended or progressive; also in CMYK. */
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    /** ISO/IEC 15948, 1 to 16 bits per sample. */
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    /** GIF87a and GIF89a. */
    GIF("image/gif", "gif", "GIF8"),
    /** Windows bitmap. */
    BMP("image/bmp", "bmp", "BM");

    private final String contentType;
    private final String extension;
    /** The first bytes, as Latin-1. */
    private final String magic;

    ImageFormat(String contentType, String extension, String magic) {
        this.contentType = contentType;
        this.extension = extension;
        this.magic = magic;
    }

    String contentType() {
        return contentType;
    }

    /** Of files, without the dot. */
    String extension() {
        return extension;
    }

    static Optional<ImageFormat> byContentType(String contentType) {
        return Arrays.stream(values()).filter(format -> format.contentType.equals(contentType)).findFirst();
    }

    /** @throws Unusable if the bytes begin like none of the formats */
    static ImageFormat detect(byte[] image) throws Unusable {
        for (ImageFormat format : values()) {
            if (startsWith(image, 0, format.magic)) {
                return format;
            }
        }
        throw new Unusable("the " + image.length + " bytes are " + looksLike(image)
                + "; JPEG, PNG, GIF and BMP can be read");
    }

    private static String looksLike(byte[] image) {
        if (image.length == 0) {
            return "no image: there are none";
        }
        if (startsWith(image, 0, "RIFF") && startsWith(image, 8, "WEBP")) {
            return "a WebP image";
        }
        if (startsWith(image, 0, "II*\0") || startsWith(image, 0, "MM\0*")) {
            return "a TIFF image";
        }
        return "no image that is known";
    }

    private static boolean startsWith(byte[] bytes, int from, String prefix) {
        int available = Math.clamp((long) bytes.length - from, 0, prefix.length());
        return new String(bytes, Math.min(from, bytes.length), available, StandardCharsets.ISO_8859_1).equals(prefix);
    }
}
