package dev.andon.topology.inspect;

/** Why a frame is decided without asking the model for what is missing. */
sealed interface Unasked {

    /** For people. */
    String detail();

    /** The server failed for as long as the frame may wait. */
    record Expired(String detail) implements Unasked {}

    /** Too many frames wait. */
    record Shed(String detail) implements Unasked {}
}
