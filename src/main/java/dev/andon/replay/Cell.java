package dev.andon.replay;

/**
 * What a variant makes of history at one threshold.
 *
 * @param threshold   on the grid
 * @param held        frames for people
 * @param toAccepted  held on record, and accepted here
 * @param toHeld      accepted on record, and held here
 * @param errors      of the frames that are accepted
 * @param calls       samples taken
 * @param mostPerHour frames for people in the hour that has most
 * @param cost        of errors, reviews and calls; NaN where it is not known
 */
public record Cell(double threshold, long held, long toAccepted, long toHeld, Errors errors, long calls,
        int mostPerHour, double cost) {}
