package dev.andon.images.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.KeptSample;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.review.Reviewed;
import dev.andon.images.ContentName;
import dev.andon.images.StoredImage;

/**
 * What the records of an installation say of stored images. One thread.
 *
 * <p>An image is known by its digest, so that it does not matter by which path or host a record found the store. Several
 * records may share an image; it is kept for as long as any of them needs it. Inspections come before what was said of
 * them.
 */
public final class ImageUses {

    private final Map<String, Use> byInspection = new HashMap<>();
    private final Map<String, List<String>> inspections = new HashMap<>();
    private final Set<String> frames = new HashSet<>();
    private final KeptSample sample;

    /** Nothing yet. */
    public ImageUses(KeptSample sample) {
        this.sample = sample;
    }

    /** A decision, wherever it went. */
    public void add(Inspection inspection) {
        ContentName.digest(inspection.image().uri()).ifPresent(digest -> {
            Use known = byInspection.get(inspection.id());
            if (known == null) {
                byInspection.put(inspection.id(), Use.of(inspection, sample));
                inspections.computeIfAbsent(digest, _ -> new ArrayList<>(1)).add(inspection.id());
            } else {
                byInspection.put(inspection.id(), known.with(inspection));
            }
        });
    }

    /** What people said of a decision; without the decision nothing. */
    public void add(Reviewed reviewed) {
        byInspection.computeIfPresent(reviewed.inspected().inspectionId(), (_, use) -> use.with(reviewed));
    }

    /** A frame that stands in its topic. */
    public void add(Frame frame) {
        if (frame.image() instanceof ImageSource.Reference(var uri)) {
            ContentName.digest(uri).ifPresent(frames::add);
        }
    }

    /** How long an image is kept: as long as its longest use, and never shorter than as if it had been used when it was kept. */
    Keep keep(StoredImage image, Periods periods) {
        if (frames.contains(image.sha256())) {
            return new Keep(Ground.FRAME, Instant.MAX);
        }
        Keep longest = null;
        for (String inspection : inspections.getOrDefault(image.sha256(), List.of())) {
            Use use = byInspection.get(inspection);
            Keep keep = use == null ? null : keep(use.ground(), Use.later(use.at(), image.modified()), periods);
            longest = longest == null || (keep != null && keep.until().isAfter(longest.until())) ? keep : longest;
        }
        return longest == null ? keep(Ground.UNREFERENCED, image.modified(), periods) : longest;
    }

    private static Keep keep(Ground ground, Instant from, Periods periods) {
        return new Keep(ground, periods.of(ground).map(from::plus).orElse(Instant.MAX));
    }
}
