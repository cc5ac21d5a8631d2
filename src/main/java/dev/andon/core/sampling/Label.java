package dev.andon.core.sampling;

/**
 * One answer that a recipe allows.
 *
 * @param name        as the model is to write it; any script; neither {@code unsure} nor {@code unexpected}
 * @param result      {@link Result#OK} or {@link Result#NOT_OK}
 * @param description what the model is told about it; may be empty
 */
public record Label(String name, Result result, String description) {}
