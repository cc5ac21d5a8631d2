package dev.andon.topology.inspect;

import dev.andon.config.InspectConfig.OnOutage;

/**
 * What becomes of frames that the model cannot be asked about yet.
 *
 * @param onOutage  while its server is away
 * @param maxParked frames of one task that may wait; at least 1
 */
public record ParkingSettings(OnOutage onOutage, int maxParked) {}
