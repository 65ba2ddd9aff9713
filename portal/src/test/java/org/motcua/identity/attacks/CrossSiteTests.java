package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Citizens;
import org.motcua.testing.Officers;
import org.motcua.testing.Phones;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What another site can make a signed-in person's browser do here: nothing. */
class CrossSiteTests extends AttackTest {

  private static final Set<RequestMethod> READING =
      Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** Machines send a token of their own, which no browser adds by itself. */
  private static boolean isForMachines(String path) {
    return path.startsWith("/api/");
  }

  /** Gateways and banks tell there what was paid; each message proves itself by its seal. */
  private static boolean isSealed(String path) {
    return path.equals("/payments/platform/confirm") || path.equals("/payments/bank/credits");
  }

  /** Agencies' portals may post it; all it does is to go on by GET, where the person is asked. */
  private static boolean onlyGoesOn(String path) {
    return path.equals("/connect/logout");
  }

  @Test
  void everyAddressThatChangesSomethingWantsTheTokenOfOurOwnForms() throws Exception {
    var open = new ArrayList<String>();
    var asked = 0;
    for (var mapping : mappings.getHandlerMethods().keySet()) {
      var methods =
          mapping.getMethodsCondition().getMethods().stream()
              .filter(method -> !READING.contains(method))
              .toList();
      for (var method : methods) {
        for (var path : mapping.getPatternValues()) {
          if (isForMachines(path) || isSealed(path) || onlyGoesOn(path)) continue;
          asked++;
          var answer = forged(method, path);
          if (answer.getStatus() != 403) {
            open.add(method + " " + path + " answered " + answer.getStatus());
          }
        }
      }
    }
    assertThat(open).isEmpty();
    assertThat(asked).isGreaterThan(20);
  }

  private MockHttpServletResponse forged(RequestMethod method, String pattern) throws Exception {
    var path = pattern.replaceAll("\\{[^/]*}", UUID.randomUUID().toString());
    return send(request(HttpMethod.valueOf(method.name()), URI.create(path)), userOf(path));
  }

  private static CurrentUser userOf(String path) {
    return path.startsWith("/desk") ? Officers.hongHaLeader() : Citizens.mai();
  }

  @Test
  void noPageMayBeFramedAndNoneRunsForeignScripts() throws Exception {
    for (var path :
        List.of("/sign-in", "/register", "/register/enterprise", "/signed-out", "/my", "/desk")) {
      var answer = send(get(path), userOf(path));
      assertThat(answer.getHeader("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(answer.getHeader("Content-Security-Policy"))
          .as(path)
          .contains("frame-ancestors 'none'", "default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(answer.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    }
  }

  @Test
  void everyCookieIsOutOfReachOfScriptsAndOtherSites() {
    var mai = visitor().opens("/my").follows();
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD, "trust", "true").follows();
    mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE)).follows();
    assertThat(mai.cookies())
        .filteredOn(cookie -> !isOfMockContainer(cookie))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            cookie -> {
              assertThat(cookie.isHttpOnly()).as(cookie.getName()).isTrue();
              assertThat(cookie.getPath()).as(cookie.getName()).isEqualTo("/");
              assertThat(cookie.getAttribute("SameSite")).as(cookie.getName()).isEqualTo("Lax");
            });
  }

  /** The session's own is looked at in a real browser, by {@code OfficersJourney}. */
  private static boolean isOfMockContainer(Cookie cookie) {
    return cookie.getName().equals("SESSION");
  }

  @Test
  void overHttpsEveryCookieStaysThere() throws Exception {
    var answer = send(get("/sign-in").secure(true), null);
    assertThat(answer.getCookies())
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie.getSecure()).as(cookie.getName()).isTrue());
    assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
  }

  private MockHttpServletResponse send(
      MockHttpServletRequestBuilder request, @org.jspecify.annotations.Nullable CurrentUser user)
      throws Exception {
    if (user != null) request.with(SignedIn.as(user));
    return mvc.perform(request).andReturn().getResponse();
  }
}
