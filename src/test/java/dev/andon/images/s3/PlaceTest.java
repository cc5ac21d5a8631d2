package dev.andon.images.s3;

import java.net.URI;

import dev.andon.images.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlaceTest {

    private static final Place PLACE = new Place("bucket", "plant/7");

    @Test
    void namesKeysAndUrisBelongTogether() throws Unusable {
        URI uri = PLACE.uri("sha256/ab/cd.jpg");

        assertThat(uri).hasToString("s3://bucket/plant/7/sha256/ab/cd.jpg");
        assertThat(PLACE.key(uri)).isEqualTo(PLACE.key("sha256/ab/cd.jpg")).isEqualTo("plant/7/sha256/ab/cd.jpg");
        assertThat(PLACE.name(PLACE.key(uri))).isEqualTo("sha256/ab/cd.jpg");
    }

    @Test
    void aPlaceMayBeAllOfABucket() throws Unusable {
        Place place = new Place("bucket", "");

        assertThat(place.uri("a.jpg")).hasToString("s3://bucket/a.jpg");
        assertThat(place.key(URI.create("s3://bucket/other/a.jpg"))).isEqualTo("other/a.jpg");
        assertThat(place.name("other/a.jpg")).isEqualTo("other/a.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://other/plant/7/a.jpg", "s3://bucket/plant/8/a.jpg", "s3://bucket/plant/70/a.jpg",
        "s3://bucket/plant/7", "s3://bucket/plant/7/", "s3://bucket", "s3:bucket/plant/7/a.jpg", "s3:///plant/7/a.jpg",
        "s3://me@bucket/plant/7/a.jpg", "s3://bucket:80/plant/7/a.jpg", "s3://bucket/plant/7/../8/a.jpg",
        "s3://bucket/plant/7/%2e%2e/8/a.jpg", "s3://bucket/plant/7//a.jpg", "s3://bucket/plant/7/./a.jpg",
        "s3://bucket/plant/7/a.jpg?versionId=1", "s3://bucket/plant/7/a.jpg#x", "s3://BUCKET/plant/7/a.jpg"})
    void everythingElseIsRefused(String uri) {
        assertThatThrownBy(() -> PLACE.key(URI.create(uri))).isInstanceOf(Unusable.class)
                .hasMessage(uri + " is outside of images.store, which is s3://bucket/plant/7");
    }
}
