/**
 * Image bytes: decoding within limits, quality, what nobody may see, and the stores that hold images by reference. Depends on {@code core} and OkHttp.
 */
@NullMarked
package dev.andon.images;

import org.jspecify.annotations.NullMarked;
