package dev.andon.ingest.video;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.frame.Area;

/** The chain of filters of a {@link Conversion}, as ffmpeg reads it. Pure functions. */
final class Filters {

    /** Some decoders begin between two key frames, with pictures of which parts are missing. */
    private static final String FROM_A_KEY_FRAME = "select='key+gt(selected_n,0)'";

    private Filters() {}

    /** The chain; empty where there is nothing to do. */
    static String of(VideoInput input, Conversion conversion) {
        List<String> filters = new ArrayList<>();
        if (input instanceof VideoInput.Stream) {
            filters.add(FROM_A_KEY_FRAME);
        }
        if (conversion.rate() < Double.POSITIVE_INFINITY) {
            filters.add(atMost(conversion.rate()));
        }
        if (!conversion.masks().isEmpty()) {
            filters.add(nothingUnless(conversion.masks()));
        }
        for (Area mask : conversion.masks()) {
            filters.add("drawbox=x=" + mask.x() + ":y=" + mask.y() + ":w=" + mask.width() + ":h=" + mask.height()
                    + ":color=black:t=fill");
        }
        Area region = conversion.region();
        if (region != null) {
            filters.add("crop=" + region.width() + ":" + region.height() + ":" + region.x() + ":" + region.y());
        }
        if (conversion.width() != null) {
            filters.add("scale=" + conversion.width() + ":-2");
        }
        return String.join(",", filters);
    }

    /**
     * Changes nothing where all masks lie on the picture, and ends ffmpeg otherwise, with the size in its complaint, which
     * {@link Complaints} understands: {@code drawbox} would let the picture pass. Asked anew where the size changes.
     */
    private static String nothingUnless(List<Area> masks) {
        int x = masks.stream().mapToInt(Area::x).max().orElseThrow();
        int y = masks.stream().mapToInt(Area::y).max().orElseThrow();
        return "crop=w='if(gt(iw," + x + ")*gt(ih," + y + "),iw,-iw)':h=ih:x=0:y=0:exact=1";
    }

    /**
     * The first picture of each period since the first of all, with the time that it has. The filter {@code fps} would repeat pictures where the
     * camera is slower, and so sell old ones as new.
     */
    private static String atMost(double rate) {
        return "select='isnan(prev_selected_t)+gt(floor((t-start_t)*" + rate
                + "+0.001),floor((prev_selected_t-start_t)*"
                + rate + "+0.001))'";
    }
}
