package dev.andon.demo.model;

/**
 * One sample of the simulated model.
 *
 * @param answer  one of the allowed answers, spelt as they are
 * @param caption one sentence or two about what the model made of the picture; never blank
 */
public record SimulatedAnswer(String answer, String caption) {}
