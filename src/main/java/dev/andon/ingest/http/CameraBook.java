package dev.andon.ingest.http;

import dev.andon.core.frame.Frame;
import dev.andon.ingest.Origin;

/** What is known of the cameras that requests name, and who hears what comes of their images. Any thread. */
public interface CameraBook {

    /** Whether nothing is to be taken from a camera at the moment. */
    boolean inMaintenance(String camera);

    /** Where an image comes from: what its request says, and what is known of the camera besides, its masks above all. */
    Origin complete(Origin said);

    /** All replicas have a frame. Never waits. */
    void published(Frame frame);

    /**
     * An image can be no frame. Never waits.
     *
     * @param detail what is wrong with it, and what to do
     */
    void unfit(String camera, String detail);
}
