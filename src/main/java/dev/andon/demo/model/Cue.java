package dev.andon.demo.model;

/**
 * What one place of the part looks like.
 *
 * @param finding    the defect that would show there
 * @param place      in English, for instance {@code upper left}
 * @param evidence   −1 (plainly sound) to 1 (plainly defective), as the pixels are, however bad
 * @param visibility 0 (cannot be seen) to 1 (seen well)
 */
record Cue(Finding finding, String place, double evidence, double visibility) {

    Cue {
        evidence = Math.clamp(evidence, -1, 1);
        visibility = Math.clamp(visibility, 0, 1);
    }
}
