package dev.andon.core.decision;

/**
 * What things cost, in any one currency; each at least 0.
 *
 * @param escape      a frame published as OK that is not
 * @param falseReject a frame published as NOT_OK that is OK
 * @param review      a frame that a person judges
 * @param call        a call of the model
 */
public record Costs(double escape, double falseReject, double review, double call) {}
