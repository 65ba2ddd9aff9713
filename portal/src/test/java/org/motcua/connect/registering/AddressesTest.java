package org.motcua.connect.registering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.connect.model.ClientStage;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dichvucong.halong.gov.vn/login",
        "https://dichvucong.halong.gov.vn:8443/login?from=portal"
      })
  void wholeHttpsAddressesWillDoInEveryStage(String address) {
    for (var stage : ClientStage.values()) assertThat(Addresses.fault(address, stage)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "dichvucong.halong.gov.vn/login, NOT_AN_ADDRESS",
    "https:///login, NOT_AN_ADDRESS",
    "https://one two/, NOT_AN_ADDRESS",
    "javascript:alert(1), NOT_AN_ADDRESS",
    "http://dichvucong.halong.gov.vn/, NOT_HTTPS",
    "ftp://dichvucong.halong.gov.vn/, NOT_HTTPS",
    "https://dichvucong.halong.gov.vn/#here, HAS_FRAGMENT",
    "https://*.halong.gov.vn/, HAS_WILDCARD",
    "https://gov.vn@evil.example/, HAS_USER",
    "http://localhost.evil.example/, NOT_HTTPS",
    "ftp://localhost/, NOT_HTTPS"
  })
  void othersAreRefusedWithTheirReason(String address, Addresses.Fault fault) {
    assertThat(Addresses.fault(address, ClientStage.SANDBOX)).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000/", "http://127.0.0.1:3000/", "https://localhost/"})
  void aDevelopersOwnMachineIsForTheSandbox(String address) {
    assertThat(Addresses.fault(address, ClientStage.SANDBOX)).isNull();
    assertThat(Addresses.fault(address, ClientStage.LIVE)).isEqualTo(Addresses.Fault.LOCAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8081/",
        "https://127.0.0.2/",
        "https://169.254.169.254/",
        "https://[::1]/"
      })
  void thePortalDoesNotCallItsOwnMachine(String address) {
    assertThat(Addresses.faultOfCalled(address, ClientStage.SANDBOX, false))
        .isEqualTo(Addresses.Fault.OF_OURS);
    assertThat(Addresses.faultOfCalled(address, ClientStage.SANDBOX, true)).isNull();
  }

  @Test
  void eachLineIsAnAddressAndCountsOnce() {
    assertThat(Addresses.lines(" https://a.example/ \r\n\nhttps://b.example/\nhttps://a.example/"))
        .containsExactly("https://a.example/", "https://b.example/");
  }
}
