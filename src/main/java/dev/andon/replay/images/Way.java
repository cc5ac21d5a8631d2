package dev.andon.replay.images;

/** How the image of a recorded inspection is found again, the surest first. */
public enum Way {
    /** It travels inside the record for people. */
    RECORD,
    /** It stands in the image store, whoever put it there. */
    STORE,
    /** It stands in a directory that was named for the purpose. */
    FOLDER,
    /** Its uri leads to a file that is there. */
    FILE,
    /** Its uri leads to a server that may be asked; whether it still has the image shows when it is asked. */
    SERVER,
    /** Its frame still stands in its topic. */
    FRAME
}
