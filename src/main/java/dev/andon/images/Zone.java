package dev.andon.images;

import java.net.InetAddress;

/** Which addresses the name of a server may lead to. */
enum Zone {

    /** {@code images.allowedHosts}. */
    OPEN,

    /**
     * {@code images.allowedPrivateHosts}. Link-local addresses are not among them: nothing that a factory would serve
     * images from, but the credentials of a cloud machine, stands there.
     */
    INSIDE;

    boolean admits(InetAddress address) {
        return switch (AddressKind.of(address)) {
            case PUBLIC -> true;
            case PRIVATE, LOOPBACK -> this == INSIDE;
            case LINK_LOCAL, MULTICAST, UNSPECIFIED, RESERVED -> false;
        };
    }

    /** A server that others run must not choose what is asked for in the network of the factory. */
    boolean mayRedirectTo(Zone other) {
        return this == INSIDE || other == OPEN;
    }

    /** Why an address is not admitted. */
    String refusal(InetAddress address) {
        String is = "is at " + address.getHostAddress() + ", a " + AddressKind.of(address) + " address";
        return INSIDE.admits(address)
                ? is + ": only a server of images.allowedPrivateHosts may have one"
                : is + ", which is never allowed";
    }
}
