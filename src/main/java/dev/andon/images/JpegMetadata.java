package dev.andon.images;

import java.io.ByteArrayOutputStream;

import dev.andon.images.JpegSegments.Segment;

/**
 * Takes metadata out of a JPEG: all comments and segments of applications but for JFIF, colour profiles and Adobe's note on
 * colours, and whatever stands behind the end of the image. One thread.
 */
final class JpegMetadata {

    private final ByteArrayOutputStream kept;
    private boolean inScans;
    private boolean exifSeen;

    private JpegMetadata(int size) {
        kept = new ByteArrayOutputStream(size);
    }

    /** @throws Unusable if it is damaged, so that nobody can tell what is metadata */
    static byte[] removed(byte[] jpeg) throws Unusable {
        JpegMetadata walk = new JpegMetadata(jpeg.length);
        JpegSegments.walk(jpeg, walk::take);
        return walk.kept.toByteArray();
    }

    private void take(Segment segment) throws Unusable {
        inScans |= segment.marker() == JpegSegments.START_OF_SCAN;
        if (!segment.isMetadata()) {
            segment.writeTo(kept);
        } else if (inScans) {
            // Nobody writes metadata there: it is a damaged scan, which decoders would not notice any more.
            throw new Unusable(
                    "the JPEG is damaged: there is metadata, or what looks like it, within the image itself");
        } else if (segment.isExif() && !exifSeen) {
            exifSeen = true;
            keepOrientation(Orientation.ofTiff(segment.exif()));
        } else if (shapesColours(segment)) {
            segment.writeTo(kept);
        }
    }

    private void keepOrientation(Orientation orientation) {
        if (!orientation.isUpright()) {
            kept.writeBytes(JpegSegments.ofExif(orientation.tiff()));
        }
    }

    private static boolean shapesColours(Segment segment) {
        return switch (segment.marker()) {
            case JpegSegments.APP0 -> segment.begins("JFIF\0");
            case JpegSegments.APP2 -> segment.begins("ICC_PROFILE\0");
            case JpegSegments.APP14 -> segment.begins("Adobe");
            default -> false;
        };
    }
}
