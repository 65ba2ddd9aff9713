package org.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class RequestMappingsTests {

  @Autowired MockMvcTester mvc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services/birth-registration",
        "/%73ervices/birth-registration",
        "/services/birth%2Dregistration"
      })
  void anAddressIsFoundHoweverItsLettersAreWritten(String address) {
    assertThat(mvc.get().uri(URI.create(address))).hasStatusOk();
  }

  @Test
  void anotherMethodThanThatOfTheAddressIsToldSo() {
    assertThat(mvc.delete().uri("/api/procedures/1.001193")).hasStatus4xxClientError();
    assertThat(mvc.get().uri("/services/birth-registration/nothing")).hasStatus(404);
  }
}
