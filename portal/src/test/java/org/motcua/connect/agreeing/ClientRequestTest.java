package org.motcua.connect.agreeing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientRequestTest {

  @Test
  void comesOutAsItWentIn() {
    var query = "client_id=a&scope=openid%20profile&state=x%26y%3D1&scope=phone";
    var request = ClientRequest.of(query);
    assertThat(request.value("state")).contains("x&y=1");
    assertThat(request.parameters().get("scope")).containsExactly("openid profile", "phone");
    assertThat(ClientRequest.of(request.query())).isEqualTo(request);
  }

  @Test
  void theLanguageOfThePageIsNoPartOfIt() {
    assertThat(ClientRequest.of("client_id=a&lang=en").query()).isEqualTo("client_id=a");
  }

  @Test
  void nothingInItBreaksOutOfTheAddress() {
    var query = ClientRequest.of("client_id=a&state=%0D%0ASet-Cookie:x%7B1%7D#{x}\r\n").query();
    assertThat(query).doesNotContain("\r", "\n", "#", "{", "}");
  }

  @Test
  void whatCannotBeReadIsEmpty() {
    for (var query : List.of("", "&&", "%zz", "=x", "a".repeat(20_000))) {
      assertThat(ClientRequest.of(query).parameters()).as(query).isEmpty();
    }
    assertThat(ClientRequest.of(null).parameters()).isEmpty();
  }
}
