package dev.andon.demo.model;

import java.util.Optional;

/** Knows one product. Stateless: any thread. */
sealed interface Inspector permits BracketInspector, BottleInspector, BoardInspector {

    /** What there is to see; empty where the product is not in the picture. */
    Optional<Perception> inspect(Pixels pixels, Thumbnail thumbnail, PictureQuality quality);
}
