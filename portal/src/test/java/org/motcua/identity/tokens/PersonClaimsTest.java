package org.motcua.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateId;
import org.motcua.testing.Citizens;

class PersonClaimsTest {

  @Test
  void aPersonsTokenSaysWhoAndHowSurelyKnown() {
    var mai = Citizens.mai();
    assertThat(PersonClaims.of(mai)).isEqualTo(Map.of("sub", mai.id().toString(), "acr", "LoA2"));
  }

  @Test
  void whoActsForAnotherIsNamedBesides() {
    var mai = Citizens.mai();
    var hung = Citizens.hung();
    var acting = new Acting(hung.id(), hung.kind(), hung.name(), new MandateId(UUID.randomUUID()));
    var user = new CurrentUser(mai.id(), mai.kind(), mai.name(), hung.level(), acting);
    assertThat(PersonClaims.of(user))
        .containsEntry("sub", mai.id().toString())
        .containsEntry("act", Map.of("sub", hung.id().toString()));
  }
}
