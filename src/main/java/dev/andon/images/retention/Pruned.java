package dev.andon.images.retention;

/**
 * What became of the images of one ground.
 *
 * @param kept    those that are still there
 * @param deleted those that are not, or in a dry run would not be
 */
public record Pruned(Count kept, Count deleted) {

    public static final Pruned NOTHING = new Pruned(Count.NONE, Count.NONE);

    /** How many, and their bytes together. */
    public record Count(long images, long bytes) {

        static final Count NONE = new Count(0, 0);

        public Count plus(Count other) {
            return new Count(images + other.images, bytes + other.bytes);
        }
    }

    /** All of them. */
    public Count all() {
        return kept.plus(deleted);
    }

    public Pruned plus(Pruned other) {
        return new Pruned(kept.plus(other.kept), deleted.plus(other.deleted));
    }
}
