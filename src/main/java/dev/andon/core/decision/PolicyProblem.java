package dev.andon.core.decision;

/**
 * One thing that is wrong with a policy.
 *
 * @param path  where, for instance {@code recipes[bracket].labels[2].name}: recipes by id where it names one alone,
 *              otherwise by number, and labels by number, from 0
 * @param value what stands there
 * @param fix   what should stand there, in words
 */
public record PolicyProblem(String path, String value, String fix) {}
