package dev.andon.images;

/** How the brightness of an image's pixels can be had. */
enum Luma {
    /** From their colours. */
    COMPUTED,
    /** As the first of three components; decoders would convert all of them, since a profile says what colours they are. */
    STORED,
    /** Likewise, and no profile: decoders can leave the other two out. */
    ALONE
}
