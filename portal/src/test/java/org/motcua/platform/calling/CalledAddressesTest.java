package org.motcua.platform.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalledAddressesTest {

  private final CalledAddresses real = new CalledAddresses(false, List.of());
  private final CalledAddresses withInnerNetworks =
      new CalledAddresses(false, List.of("10.20.0.0/16", "fd12::/16", "127.0.0.0/8", "::1/128"));
  private final CalledAddresses demonstration = new CalledAddresses(true, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {"203.162.0.10", "8.8.8.8", "172.32.0.1", "2001:ee0::1", "2404:6800::7f00:1"})
  void theOpenNetworkIsCalled(String address) throws Exception {
    assertThat(real.mayBeCalled(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "0.1.2.3",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "169.254.169.254",
        "fe80::1",
        "fe80::1%1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "224.0.0.1",
        "ff02::1",
        "255.255.255.255"
      })
  void thisMachineAndItsLinkAreNeverCalledWhateverIsPermitted(String address) throws Exception {
    assertThat(real.mayBeCalled(InetAddress.getByName(address))).isFalse();
    assertThat(withInnerNetworks.mayBeCalled(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.20.1.2", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fd12::1"})
  void innerNetworksAreNotCalledUnasked(String address) throws Exception {
    assertThat(real.mayBeCalled(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void innerNetworksThatAreNamedAreCalledAndNoOthers() throws Exception {
    assertThat(withInnerNetworks.mayBeCalled(InetAddress.getByName("10.20.1.2"))).isTrue();
    assertThat(withInnerNetworks.mayBeCalled(InetAddress.getByName("fd12::1"))).isTrue();
    assertThat(withInnerNetworks.mayBeCalled(InetAddress.getByName("10.21.1.2"))).isFalse();
    assertThat(withInnerNetworks.mayBeCalled(InetAddress.getByName("fd13::1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.20.0.0", "10.20.0.0/33", "10.20.0.0/-1", "inner.example/8"})
  void whatIsNoNetworkIsNotTakenForOne(String range) {
    assertThatThrownBy(() -> new CalledAddresses(false, List.of(range)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "[::1]"})
  void aNameThatLeadsHereIsNotResolved(String host) {
    assertThatThrownBy(() -> real.resolve(host)).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void onlyHttpsIsSpoken() {
    assertThatThrownBy(() -> real.check(URI.create("http://thu.example/keys")))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> real.check(URI.create("file:///etc/passwd")))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void theDemonstrationCallsItsOwnMachine() throws Exception {
    demonstration.check(URI.create("http://localhost:8090/"));
    assertThat(demonstration.resolve("localhost")).isNotEmpty();
  }
}
