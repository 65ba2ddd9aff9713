package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandedToTest {

  private static final String RECEIVER = "receiver: {committeeOfCommune: place}";

  @Test
  void aServiceIsHandledHereUnlessItSaysOtherwise() {
    assertThat(new SmallService().read().handedTo()).isNull();
    assertThat(handedTo("electricity-company").read().handedTo())
        .isEqualTo(OutsideBody.ELECTRICITY_COMPANY);
  }

  @Test
  void anUnknownBodyIsToldWithItsLine() {
    assertThat(handedTo("post-office").problems())
        .containsExactly(
            "here/service.yaml:9: 'handedTo' is 'post-office', expected electricity-company");
  }

  private static SmallService handedTo(String body) {
    return new SmallService().with(RECEIVER, RECEIVER + "\nhandedTo: " + body);
  }
}
