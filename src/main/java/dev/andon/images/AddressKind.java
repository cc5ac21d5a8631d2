package dev.andon.images;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** What an IP address is used for, after the special-purpose registries of IANA (RFC 6890). */
enum AddressKind {

    /** Reached over the internet. */
    PUBLIC("public"),
    /** Of one organisation: RFC 1918, RFC 6598, unique local IPv6. */
    PRIVATE("private"),
    /** This machine. */
    LOOPBACK("loopback"),
    /** Of one cable; the metadata services of clouds stand there. */
    LINK_LOCAL("link-local"),
    /** Of many machines. */
    MULTICAST("multicast"),
    /** No machine. */
    UNSPECIFIED("unspecified"),
    /** Documentation, benchmarks, tunnels, and what was never given out. */
    RESERVED("reserved");

    /** Of bits; the first that fits counts. */
    private static final List<Map.Entry<String, AddressKind>> PREFIXES = List.of(
            prefix("0.0.0.0", 8, UNSPECIFIED), prefix("10.0.0.0", 8, PRIVATE), prefix("100.64.0.0", 10, PRIVATE),
            prefix("127.0.0.0", 8, LOOPBACK), prefix("169.254.0.0", 16, LINK_LOCAL), prefix("172.16.0.0", 12, PRIVATE),
            prefix("192.0.0.0", 24, RESERVED), prefix("192.0.2.0", 24, RESERVED), prefix("192.168.0.0", 16, PRIVATE),
            prefix("198.18.0.0", 15, RESERVED), prefix("198.51.100.0", 24, RESERVED),
            prefix("203.0.113.0", 24, RESERVED), prefix("224.0.0.0", 4, MULTICAST), prefix("240.0.0.0", 4, RESERVED),
            prefix("0.0.0.0", 0, PUBLIC),
            prefix("::", 128, UNSPECIFIED), prefix("::1", 128, LOOPBACK), prefix("fc00::", 7, PRIVATE),
            prefix("fe80::", 10, LINK_LOCAL), prefix("fec0::", 10, PRIVATE), prefix("ff00::", 8, MULTICAST),
            prefix("2001::", 23, RESERVED), prefix("2001:db8::", 32, RESERVED), prefix("2002::", 16, RESERVED),
            prefix("3fff::", 20, RESERVED), prefix("2000::", 3, PUBLIC));

    /** IPv6 whose last 32 bits are an IPv4 address: mapped (::ffff:0:0/96) and behind NAT64 (RFC 6052). */
    private static final List<String> AROUND_IPV4 = List.of("6:" + "0".repeat(80) + "1".repeat(16),
            cut("64:ff9b::", 96));

    private final String words;

    AddressKind(String words) {
        this.words = words;
    }

    static AddressKind of(InetAddress address) {
        String bits = unwrapped(bits(address.getAddress()));
        return PREFIXES.stream().filter(prefix -> bits.startsWith(prefix.getKey())).findFirst()
                .map(Map.Entry::getValue).orElse(RESERVED);
    }

    @Override
    public String toString() {
        return words;
    }

    private static String unwrapped(String bits) {
        return AROUND_IPV4.stream().filter(bits::startsWith).findFirst()
                .map(prefix -> "4:" + bits.substring(prefix.length())).orElse(bits);
    }

    private static Map.Entry<String, AddressKind> prefix(String first, int length, AddressKind kind) {
        return Map.entry(cut(first, length), kind);
    }

    private static String cut(String first, int length) {
        return bits(InetAddress.ofLiteral(first).getAddress()).substring(0, "4:".length() + length);
    }

    /** An address as zeros and ones, behind the version of its protocol. */
    private static String bits(byte[] address) {
        StringBuilder bits = new StringBuilder(address.length == 4 ? "4:" : "6:");
        for (byte part : address) {
            bits.append(Integer.toBinaryString((part & 0xff) | 0x100), 1, 1 + Byte.SIZE);
        }
        return bits.toString();
    }
}
