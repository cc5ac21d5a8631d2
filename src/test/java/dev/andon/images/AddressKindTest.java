package dev.andon.images;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, UNSPECIFIED", "0.1.2.3, UNSPECIFIED", "10.0.0.1, PRIVATE", "10.255.255.255, PRIVATE",
        "11.0.0.0, PUBLIC", "9.255.255.255, PUBLIC", "100.63.255.255, PUBLIC", "100.64.0.1, PRIVATE",
        "100.127.255.255, PRIVATE", "100.128.0.0, PUBLIC", "127.0.0.1, LOOPBACK", "127.255.0.1, LOOPBACK",
        "169.254.169.254, LINK_LOCAL", "172.15.255.255, PUBLIC", "172.16.0.1, PRIVATE", "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC", "192.168.1.1, PRIVATE", "192.169.0.1, PUBLIC", "192.0.2.1, RESERVED",
        "198.19.0.1, RESERVED", "224.0.0.1, MULTICAST", "239.255.255.255, MULTICAST", "240.0.0.1, RESERVED",
        "255.255.255.255, RESERVED", "1.1.1.1, PUBLIC",
        "::, UNSPECIFIED", "::1, LOOPBACK", "::2, RESERVED", "::10.0.0.1, RESERVED", "fc00::1, PRIVATE",
        "fdff::1, PRIVATE", "fe80::1, LINK_LOCAL", "febf::1, LINK_LOCAL", "fec0::1, PRIVATE", "ff02::1, MULTICAST",
        "2001:db8::1, RESERVED", "2001::1, RESERVED", "2002:a00:1::1, RESERVED", "2606:4700::1111, PUBLIC",
        "3fff::1, RESERVED", "4000::1, RESERVED", "64:ff9b::10.0.0.1, PRIVATE", "64:ff9b::1.1.1.1, PUBLIC",
        "64:ff9b:1::1.1.1.1, RESERVED", "::ffff:127.0.0.1, LOOPBACK", "::ffff:169.254.169.254, LINK_LOCAL"})
    void isAsRegistered(String address, AddressKind kind) {
        assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
    }

    @Test
    void anIpv4AddressWithinIpv6IsJudgedAsWhatItIs() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        mapped[15] = 1;

        assertThat(AddressKind.of(InetAddress.getByAddress(mapped))).isEqualTo(AddressKind.PRIVATE);
        assertThat(AddressKind.of(java.net.Inet6Address.getByAddress("name", mapped, 0)))
                .isEqualTo(AddressKind.PRIVATE);
    }
}
