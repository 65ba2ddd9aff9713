package org.motcua.connect.signingon;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.connect.ClientId;
import org.motcua.connect.providing.AskedClaims;
import org.motcua.connect.providing.RequestQuery;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Language;

/**
 * How a client wants a person to be asked (OpenID Connect Core 3.1.2.1).
 *
 * @param parameters all of the request, so that it can be carried out later as it was
 */
record Asked(Map<String, List<String>> parameters) {

  static final String NONE = "none";
  static final String LOGIN = "login";
  static final String SELECT_ACCOUNT = "select_account";
  static final String CONSENT = "consent";

  private static final String PROMPT = "prompt";
  private static final String MAX_AGE = "max_age";

  static Asked of(HttpServletRequest request) {
    return new Asked(RequestQuery.parametersOf(request));
  }

  /** From an address of ours that has carried it. */
  static Asked ofQuery(String query) {
    return new Asked(RequestQuery.parse(query));
  }

  boolean prompts(String how) {
    return prompt().contains(how);
  }

  private Set<String> prompt() {
    return Set.copyOf(words(PROMPT));
  }

  Optional<Duration> maxAge() {
    return value(MAX_AGE)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  /** The least of the levels that would do; unknown ones ask for nothing. */
  LevelOfAssurance level() {
    return Stream.concat(
            words("acr_values").stream(),
            AskedClaims.of(value("claims").orElse(null)).levels().stream())
        .flatMap(acr -> LevelOfAssurance.ofAcr(acr).stream())
        .min(LevelOfAssurance::compareTo)
        .orElse(LevelOfAssurance.LOA1);
  }

  Optional<ClientId> client() {
    return value("client_id").map(ClientId::new);
  }

  String loginHint() {
    return value("login_hint").orElse("");
  }

  Optional<String> idTokenHint() {
    return value("id_token_hint");
  }

  /** The first that the portal speaks. */
  Optional<Language> language() {
    return words("ui_locales").stream()
        .map(tag -> tag.split("-")[0])
        .flatMap(code -> Arrays.stream(Language.values()).filter(it -> it.code().equals(code)))
        .findFirst();
  }

  boolean has(String parameter) {
    return value(parameter).isPresent();
  }

  /** The same, but that the person is not asked again for what he has just done. */
  Asked without(String... prompts) {
    var left = new TreeMap<>(parameters);
    var others =
        words(PROMPT).stream()
            .filter(word -> !Arrays.asList(prompts).contains(word))
            .collect(Collectors.joining(" "));
    if (others.isEmpty()) left.remove(PROMPT);
    else left.put(PROMPT, List.of(others));
    if (Arrays.asList(prompts).contains(LOGIN)) left.remove(MAX_AGE);
    return new Asked(left);
  }

  /** As it stands in an address. */
  String query() {
    return RequestQuery.of(parameters);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(parameters.get(name))
        .map(List::getFirst)
        .filter(value -> !value.isBlank());
  }

  private List<String> words(String name) {
    return value(name).map(text -> List.of(text.strip().split("\\s+"))).orElse(List.of());
  }
}
