package dev.andon.demo.cameras;

import java.util.Locale;

/** What can go wrong between a part and its picture. */
enum TroubleKind {
    DEFOCUS, MOTION_BLUR, GLARE, LOW_LIGHT, OCCLUSION, FOREIGN_OBJECT;

    /** As it stands in the truth, for instance {@code motion_blur}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
