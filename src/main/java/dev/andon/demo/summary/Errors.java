package dev.andon.demo.summary;

/**
 * Wrong results by kind.
 *
 * @param escapes      said {@code OK}, is {@code NOT_OK}
 * @param falseRejects said {@code NOT_OK}, is {@code OK}
 */
public record Errors(int escapes, int falseRejects) {

    public int both() {
        return escapes + falseRejects;
    }
}
