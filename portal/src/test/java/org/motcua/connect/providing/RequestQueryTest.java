package org.motcua.connect.providing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestQueryTest {

  @Test
  void comesOutAsItWentIn() {
    var query = "client_id=a&scope=openid%20profile&state=x%26y%3D1&scope=phone";
    var request = RequestQuery.parse(query);
    assertThat(request.get("state")).containsExactly("x&y=1");
    assertThat(request.get("scope")).containsExactly("openid profile", "phone");
    assertThat(RequestQuery.parse(RequestQuery.of(request))).isEqualTo(request);
  }

  @Test
  void theLanguageOfThePageIsNoPartOfIt() {
    assertThat(again("client_id=a&lang=en")).isEqualTo("client_id=a");
  }

  @Test
  void nothingInItBreaksOutOfTheAddress() {
    assertThat(again("client_id=a&state=%0D%0ASet-Cookie:x%7B1%7D#{x}\r\n"))
        .doesNotContain("\r", "\n", "#", "{", "}");
  }

  @Test
  void whatCannotBeReadSaysNothing() {
    for (var query : List.of("", "&&", "%zz", "=x", "a".repeat(20_000))) {
      assertThat(RequestQuery.parse(query)).as(query).isEmpty();
    }
  }

  private static String again(String query) {
    return RequestQuery.of(RequestQuery.parse(query));
  }
}
