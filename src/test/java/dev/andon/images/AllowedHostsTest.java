package dev.andon.images;

import java.io.IOException;
import java.util.List;

import dev.andon.images.LoadedImage.Failed;
import dev.andon.images.LoadedImage.Loaded;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.andon.images.ServerFixture.image;
import static dev.andon.images.ServerFixture.redirection;
import static dev.andon.images.ServerFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers that frames may point to, and all others, which are never asked. */
class AllowedHostsTest {

    private ServerFixture at;

    @BeforeEach
    void start() throws IOException {
        at = new ServerFixture().answering(image());
    }

    @AfterEach
    void stop() {
        at.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cameras.test:PORT/a.jpg", "HTTP://CAMERAS.test:PORT/a.jpg",
        "http://cameras.test:PORT/a/../a.jpg?b=c"})
    void getsFromAServerThatIsNamed(String uri) {
        at.allow(List.of(), List.of("cameras.test:" + at.server.getPort())).resolve("cameras.test", "127.0.0.1");

        assertThat(at.load(port(uri))).isInstanceOf(Loaded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://other.test:PORT/a.jpg", "http://cameras.test.:PORT/a.jpg",
        "http://cameras.test/a.jpg", "https://cameras.test/a.jpg", "http://cameras.test:1/a.jpg",
        "http://sub.cameras.test:PORT/a.jpg", "http://127.0.0.1:PORT/a.jpg", "http://127.1:PORT/a.jpg",
        "http://2130706433:PORT/a.jpg", "http://0x7f000001:PORT/a.jpg", "http://[::1]:PORT/a.jpg",
        "http://[::ffff:127.0.0.1]:PORT/a.jpg", "http://0:PORT/a.jpg", "http://localhost:PORT/a.jpg",
        "http://cameras.test%2eevil.test:PORT/a.jpg"})
    void asksNobodyElse(String uri) {
        at.allow(List.of(), List.of("cameras.test:" + at.server.getPort()));

        assertThat(failure(at.load(port(uri)))).contains("is on a server that is not in images.allowedHosts");
        assertThat(at.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:hunter2@cameras.test:PORT/a.jpg", "http://user@cameras.test:PORT/a.jpg",
        "http://:hunter2@cameras.test:PORT/a.jpg"})
    void credentialsAreNeitherSentNorShown(String uri) {
        at.allow(List.of(), List.of("cameras.test:" + at.server.getPort())).resolve("cameras.test", "127.0.0.1");

        assertThat(failure(at.load(port(uri)))).contains("comes with a user name or a password")
                .doesNotContain("hunter2", "user@");
        assertThat(at.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, loopback", "10.1.2.3, private", "192.168.0.1, private", "::1, loopback",
        "fd00::1, private", "::ffff:10.0.0.1, private", "64:ff9b::10.0.0.1, private"})
    void aNameOfThePublicListLeadsToNoOtherAddress(String address, String kind) {
        at.allow(List.of("cameras.test:" + at.server.getPort()), List.of()).resolve("cameras.test", address);

        assertThat(failure(at.load(port("http://cameras.test:PORT/a.jpg")))).contains("a " + kind + " address",
                "only a server of images.allowedPrivateHosts may have one");
        assertThat(at.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "0.0.0.0", "224.0.0.1", "fe80::1", "::"})
    void someAddressesAreNeverAllowed(String address) {
        at.allow(List.of("public.test"), List.of("cameras.test")).resolve("cameras.test", address)
                .resolve("public.test", address);

        assertThat(failure(at.load("http://cameras.test/a.jpg"))).contains("address, which is never allowed");
        assertThat(failure(at.load("http://public.test/a.jpg"))).contains("address, which is never allowed");
    }

    @Test
    void anAddressOfThePublicListHasToBePublic() {
        at.allow(List.of(at.here(), "[::1]"), List.of("169.254.169.254"));

        assertThat(failure(at.load())).contains("is at 127.0.0.1, a loopback address");
        assertThat(failure(at.load("http://[::1]/a.jpg"))).contains("a loopback address");
        assertThat(failure(at.load("http://169.254.169.254/latest/meta-data"))).contains("never allowed");
        assertThat(at.server.getRequestCount()).isZero();
    }

    @Test
    void anEntryWithoutPortStandsForTheDefaultPorts() throws Unusable {
        AllowedHosts hosts = new AllowedHosts(List.of("a.test", "b.test:8080", "1.1.1.1"), List.of("[fd00::1]:81"));

        for (String url : List.of("http://a.test/", "https://a.test/", "https://a.test:443/", "http://b.test:8080/",
                "https://b.test:8080/", "http://1.1.1.1/")) {
            assertThat(hosts.zoneOf(HttpUrl.get(url))).as(url).isEqualTo(Zone.OPEN);
        }
        assertThat(hosts.zoneOf(HttpUrl.get("http://[fd00:0::1]:81/"))).isEqualTo(Zone.INSIDE);
        for (String url : List.of("http://a.test:8080/", "http://a.test:443/", "http://b.test/", "http://[fd00::1]/")) {
            assertThatThrownBy(() -> hosts.zoneOf(HttpUrl.get(url))).as(url).isInstanceOf(Unusable.class);
        }
    }

    @Test
    void followsThreeRedirections() {
        answerOnly(redirection("/1"), redirection("2"), redirection("http://" + at.here() + "/3"), image());

        assertThat(at.load()).isInstanceOf(Loaded.class);
    }

    @Test
    void followsNoFourth() {
        answerOnly(redirection("/1"), redirection("/2"), redirection("/3"), redirection("/4"), image());

        assertThat(failure(at.load())).endsWith("redirects more than 3 times");
        assertThat(at.server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"http://10.0.0.1/a.jpg, is not in images.allowedHosts",
        "//169.254.169.254/latest/meta-data, is not in images.allowedHosts",
        "http://localhost:PORT/a.jpg, is not in images.allowedHosts",
        "http://public.test/a.jpg, 'is at 10.0.0.1, a private address'",
        "http://user:hunter2@127.0.0.1:PORT/, comes with a user name or a password",
        "file:///etc/passwd, redirects to what is no http address",
        "ftp://public.test/, redirects to what is no http address"})
    void redirectionsLeadToAllowedPlacesOnly(String location, String detail) {
        at.allow(List.of("public.test"), List.of(at.here())).resolve("public.test", "10.0.0.1");
        answerOnly(redirection(port(location)), image());

        assertThat(failure(at.load())).contains(detail).doesNotContain("hunter2");
        assertThat(at.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void serversOutsideDoNotRedirectInside() {
        assertThat(Zone.OPEN.mayRedirectTo(Zone.INSIDE)).isFalse();
        assertThat(Zone.OPEN.mayRedirectTo(Zone.OPEN)).isTrue();
        assertThat(Zone.INSIDE.mayRedirectTo(Zone.INSIDE)).isTrue();
        assertThat(Zone.INSIDE.mayRedirectTo(Zone.OPEN)).isTrue();
    }

    @Test
    void aRedirectionWithoutPlaceIsAnAnswer() {
        answerOnly(status(302));

        assertThat(failure(at.load())).endsWith("answers with status 302");
    }

    @Test
    void aRedirectionDoesNotLeaveHttps() throws Unusable {
        HttpUrl from = HttpUrl.get("https://a.test/b");

        assertThatThrownBy(() -> Urls.redirected(from, "http://a.test/c?d=e")).hasMessage(
                "https://a.test/b redirects from https to http, to http://a.test/c");
        assertThat(Urls.redirected(from, "//b.test/c")).hasToString("https://b.test/c");
    }

    /** In place of what was to be answered. */
    private void answerOnly(mockwebserver3.MockResponse.Builder... responses) {
        at.server.setDispatcher(new mockwebserver3.QueueDispatcher());
        at.answering(responses);
    }

    private String port(String text) {
        return text.replace("PORT", String.valueOf(at.server.getPort()));
    }

    private static String failure(LoadedImage loaded) {
        assertThat(loaded).isInstanceOf(Failed.class);
        return ((Failed) loaded).detail();
    }
}
