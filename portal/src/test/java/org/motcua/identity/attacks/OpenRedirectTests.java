package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a link claims, signing in leads to an address of this portal. */
class OpenRedirectTests extends AttackTest {

  private static final List<String> PARAMETERS =
      List.of(
          "destination",
          "next",
          "return",
          "returnTo",
          "returnUrl",
          "redirect",
          "redirect_uri",
          "continue",
          "url",
          "target",
          "goto",
          "back",
          "after",
          "from");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "https:evil.example",
        "/%2F/evil.example",
        "javascript:alert(1)",
        "\thttps://evil.example"
      })
  void noParameterLeadsElsewhere(String elsewhere) {
    var value = URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);
    var query = String.join("=" + value + "&", PARAMETERS) + "=" + value;
    var mai = visitor();
    for (var page : List.of("/sign-in", "/sign-out", "/signed-out", "/step-up", "/register")) {
      mai.opens(page + "?" + query);
      assertStaysHere(mai.location());
    }
    clock.advance(java.time.Duration.ofMinutes(2));
    org.motcua.testing.Phones.clear(PHONE);
    mai.opens("/my/inbox?" + query).follows();
    mai.submits("/sign-in?" + query, "name", MAI, "password", PASSWORD, "destination", elsewhere);
    assertStaysHere(mai.location());
    mai.follows();
    mai.submits(
        "/sign-in/code?" + query,
        "code",
        org.motcua.testing.Phones.awaitCode(PHONE),
        "destination",
        elsewhere);
    assertStaysHere(mai.location());
    mai.submits("/sign-out?" + query, "destination", elsewhere);
    assertStaysHere(mai.location());
  }

  private static void assertStaysHere(String location) {
    if (location.isEmpty()) return;
    var address = URI.create(location);
    assertThat(address.getScheme()).as(location).isNull();
    assertThat(address.getRawAuthority()).as(location).isNull();
    assertThat(address.getRawPath()).as(location).startsWith("/").doesNotStartWith("//");
  }
}
