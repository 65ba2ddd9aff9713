package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.people.Level;
import org.motcua.simulators.agency.people.ReturnAddress;
import org.motcua.simulators.agency.people.Visitor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What is asked of the portal: somebody's sign-in, in the language he reads, at the level that the
 * page he wants needs. Where he wants to go stays with us.
 */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

  static final String ADDRESS = "/oauth2/authorization/" + Provider.REGISTRATION;
  private static final String RETURN_ADDRESS = "agency.return-address";
  private static final String LEVEL = "agency.level";

  private static final PathPatternRequestMatcher HERE =
      PathPatternRequestMatcher.withDefaults().matcher(ADDRESS);

  private final Provider provider;
  private final LocaleResolver languages;
  private final DefaultOAuth2AuthorizationRequestResolver standard;

  SignInRequests(Provider provider, LocaleResolver languages) {
    this.provider = provider;
    this.languages = languages;
    this.standard =
        new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    if (!HERE.matches(request)) return null;
    provider.discover();
    return withWishes(standard.resolve(request), request);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
    return withWishes(standard.resolve(request, id), request);
  }

  private @Nullable OAuth2AuthorizationRequest withWishes(
      @Nullable OAuth2AuthorizationRequest plain, HttpServletRequest request) {
    if (plain == null) return null;
    var level = Level.of(request.getParameter("level"));
    var parameters = new HashMap<>(plain.getAdditionalParameters());
    parameters.put("acr_values", level.acr());
    parameters.put("ui_locales", languages.resolveLocale(request).getLanguage());
    if (level != Level.PASSWORD) hint(parameters);
    return OAuth2AuthorizationRequest.from(plain)
        .additionalParameters(parameters)
        .attributes(
            attributes -> {
              attributes.put(RETURN_ADDRESS, ReturnAddress.of(request.getParameter("to")));
              attributes.put(LEVEL, level.name());
            })
        .build();
  }

  /** Who shows more must be who is signed in here, whoever else sits at the portal meanwhile. */
  private static void hint(HashMap<String, Object> parameters) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Visitor visitor) {
      parameters.put("id_token_hint", visitor.getIdToken().getTokenValue());
    }
  }

  static String returnAddress(OAuth2AuthorizationRequest request) {
    return ReturnAddress.of(request.getAttribute(RETURN_ADDRESS));
  }

  static Level level(OAuth2AuthorizationRequest request) {
    String name = request.getAttribute(LEVEL);
    return name == null ? Level.PASSWORD : Level.valueOf(name);
  }
}
