package org.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.api.Programs;
import org.motcua.dossiers.model.Dossier;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.Citizens;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may come in where: each page and each call of the portal stands with its rule in {@code
 * access-rules.tsv}, and whomever the rule shuts out is shut out. A new one that is not in the
 * table fails here.
 */
class AccessRulesTests extends DossiersTest {

  private static final String SOMETHING = "0198c0de-0000-7000-8000-000000000000";
  private static final Pattern OF_ONE = Pattern.compile("/[0-9a-f]{8}-[0-9a-f-]{27}");

  /** Whom a rule lets in; everybody else is asked to sign in, refused, or told of nothing there. */
  private enum Rule {
    /** Whoever comes. */
    ANYBODY,
    /** Whoever has signed in, to what is his own. */
    PERSON,
    /** The applicant, and whoever he lets. */
    APPLICANT,
    /** Officers with any post, to what is theirs. */
    OFFICER,
    /** Officers of the dossier's agency whose post needs it. */
    HANDLER,
    /** Officers who keep the procedures. */
    EDITOR,
    /** Officers who administer an agency. */
    ADMINISTRATOR,
    /** Officers who look after an agency's money. */
    ACCOUNTANT,
    /** Officers who help people in person. */
    SUPPORT,
    /** A program with a token for it, to what is its own. */
    PROGRAM,
    /** A program that files for the applicant. */
    FILING,
    /** The system of the dossier's agency. */
    AGENCY,
    /** The system of any agency, to what is its own. */
    SYSTEM
  }

  /**
   * @param sent a form's fields as in an address ("file" is one to upload), or JSON: what is asked
   *     first, so that the answer tells of the rule and not of a field that is missing. For a page,
   *     "absent" says that the example has no such thing; for a call, "silent" that it answers
   *     whoever asks as if there were nothing to do.
   */
  private record Line(String method, String pattern, Rule rule, String sent) {

    static Line of(String line) {
      var cells = line.split("\t", -1);
      var route = cells[0].split(" ", 2);
      return new Line(route[0], route[1], Rule.valueOf(cells[1]), cells.length > 2 ? cells[2] : "");
    }

    String route() {
      return method + " " + pattern;
    }
  }

  private record Stranger(String name, RequestPostProcessor comes) {}

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired Programs programs;
  @Autowired Mandates mandates;
  @Autowired Posts posts;

  private CurrentUser mother = Citizens.mai();
  private DossierId id = DossierId.next();
  private Map<String, String> parts = Map.of();
  private Map<String, String> otherIds = Map.of();

  @BeforeEach
  void aDossierAtItsAgencyAndWhatElseIsTheMothers() {
    mother = births.mother();
    id = submittedBy(mother);
    parts = partsOf(dossier(id));
    otherIds =
        Map.of(
            "/my/packages/",
            idIn(
                as(mother)
                    .send("/my/packages", "package", "birth", "chosen", "residence-registration")),
            "/my/papers/",
            idIn(
                as(mother)
                    .send(
                        "/my/papers/filed",
                        "dossier",
                        parts.get("id"),
                        "document",
                        parts.get("document"))),
            "/my/inbox/",
            firstId("/my/inbox/", text(as(mother).open("/my/inbox"))));
  }

  @Test
  void everyPageAndEveryCallHasItsRule() throws IOException {
    var ruled = new TreeSet<>(table().stream().map(Line::route).toList());
    var routes = routes();
    assertThat(ruled).as("routes of access-rules.tsv").containsExactlyElementsOf(routes);
  }

  @Test
  void whomTheRuleShutsOutIsShutOut() throws IOException {
    var before = dossier(id);
    var strangers = strangers();
    var let = new ArrayList<String>();
    for (var line : table()) {
      for (var stranger : strangers.getOrDefault(line.rule(), List.of())) {
        var answer = call(line, stranger.comes());
        if (!isShut(answer, stranger.comes()) && !line.sent().equals("silent")) {
          let.add(line.route() + " · " + stranger.name() + " → " + told(answer));
        }
      }
    }
    assertThat(let).as("calls that went through").isEmpty();
    assertThat(dossier(id)).isEqualTo(before);
  }

  /** Without this the other test would be content with addresses that nobody can open. */
  @Test
  void whomTheRuleLetsInSeesThePage() throws IOException {
    var applicant = SignedIn.as(mother);
    var leader = SignedIn.as(Officers.hongHaReception());
    var program = programs.of(mother).token();
    var system = programs.ofAgency("000.00.00.H49", "dossiers.handle", "dossiers.read").token();
    var shut = new ArrayList<String>();
    for (var line : table()) {
      if (!line.method().equals("GET") || line.sent().equals("absent")) continue;
      var comes =
          switch (line.rule()) {
            case PERSON, APPLICANT -> applicant;
            case HANDLER -> leader;
            case FILING -> program;
            case AGENCY -> system;
            default -> null;
          };
      if (comes == null) continue;
      var answer = call(line, comes);
      if (isShut(answer, comes)) shut.add(line.route() + " → " + told(answer));
    }
    assertThat(shut).as("pages that are shut to those whom their rule lets in").isEmpty();
  }

  private static List<Line> table() throws IOException {
    var table =
        new ClassPathResource("access-rules.tsv").getContentAsString(StandardCharsets.UTF_8);
    return table.lines().filter(line -> !line.startsWith("#")).map(Line::of).toList();
  }

  private Set<String> routes() {
    var routes = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, method) -> routes.addAll(routes(mapping, method)));
    return routes;
  }

  private static List<String> routes(RequestMappingInfo mapping, HandlerMethod method) {
    if (!method.getBeanType().getName().startsWith("org.motcua")) return List.of();
    var methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(
            pattern ->
                methods.isEmpty()
                    ? Stream.of("ANY " + pattern)
                    : methods.stream().map(it -> it.name() + " " + pattern))
        .toList();
  }

  /** What stands for the parts of an address: this dossier's own, where there is such a thing. */
  private static Map<String, String> partsOf(Dossier dossier) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("id", dossier.id().toString());
    parts.put("code", dossier.submittedCode().value());
    parts.put("document", dossier.attachments().getFirst().document().toString());
    parts.put("paper", BirthDrafts.PROOF);
    parts.put("pageId", "child");
    parts.put("slug", "birth-registration");
    parts.put("service", "birth-registration");
    parts.put("name", "reception");
    return parts;
  }

  private static String idIn(MvcTestResult leading) {
    var to = Objects.requireNonNull(leading.getResponse().getRedirectedUrl());
    return firstId("/", to);
  }

  private static String firstId(String before, String text) {
    var found = Pattern.compile(before + "([0-9a-f-]{36})").matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private String address(Line line) {
    var address = line.pattern();
    for (var other : otherIds.entrySet()) {
      address = address.replace(other.getKey() + "{id}", other.getKey() + other.getValue());
    }
    for (var part : parts.entrySet()) {
      address = address.replaceAll("\\{" + part.getKey() + "(:[^/]+)?}", part.getValue());
    }
    return address
        .replaceAll("\\{\\w+:([\\w-]+)[|)][^}/]*}", "$1") // one of a choice of words
        .replace("{day}", "2026-11-24")
        .replaceAll("\\{[^/]+}", SOMETHING);
  }

  private MvcTestResult call(Line line, RequestPostProcessor comes) {
    var request = mvc.method(HttpMethod.valueOf(line.method())).uri(address(line)).with(comes);
    if (line.pattern().startsWith("/api/")) {
      return request
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .contentType("application/json")
          .content(line.sent().startsWith("{") ? line.sent() : "{}")
          .exchange();
    }
    if (!line.method().equals("GET")) request.with(csrf());
    if (line.pattern().contains("/uploads")) request.header("Tus-Resumable", "1.0.0");
    if (line.method().equals("PATCH")) {
      request.header("Upload-Offset", "0").contentType("application/offset+octet-stream");
    }
    for (var field : line.sent().split("&")) {
      var named = field.split("=", 2);
      if (named.length == 2) request.param(named[0], named[1]);
    }
    return line.sent().startsWith("file")
        ? request.multipart().file("file", new byte[] {'x'}).exchange()
        : request.exchange();
  }

  /** Where an answer only leads to a page, that page must be shut. */
  private boolean isShut(MvcTestResult answer, RequestPostProcessor comes) {
    var response = answer.getResponse();
    return switch (response.getStatus()) {
      case 401, 403, 404 -> true;
      case 302, 303 -> {
        var to = Objects.requireNonNull(response.getRedirectedUrl());
        yield to.startsWith("/sign-in")
            || to.equals("/acting/ended")
            || OF_ONE.matcher(to).find()
                && mvc.get().uri(to).with(comes).exchange().getResponse().getStatus() == 404;
      }
      default -> false;
    };
  }

  private static String told(MvcTestResult answer) {
    var response = answer.getResponse();
    return response.getStatus() + " " + Objects.requireNonNullElse(response.getRedirectedUrl(), "");
  }

  private Map<Rule, List<Stranger>> strangers() {
    var nobody = new Stranger("nobody", request -> request);
    var another = new Stranger("another citizen", SignedIn.as(births.mother()));
    var applicant = new Stranger("the applicant", SignedIn.as(mother));
    var ended = new Stranger("by a revoked mandate", SignedIn.as(actingByARevokedMandate()));
    var reception = new Stranger("the reception", SignedIn.as(Officers.hongHaReception()));
    var elsewhere = new Stranger("another agency's leader", SignedIn.as(Officers.baiChayLeader()));
    var editor = new Stranger("an editor there", SignedIn.as(postedThere(Role.PROCEDURE_EDITOR)));
    var postless =
        new Stranger("an officer without a post", SignedIn.as(Officers.newcomer("Không")));
    var otherProgram = new Stranger("another's program", programs.of(births.mother()).token());
    var program = new Stranger("the applicant's program", programs.of(mother).token());
    var wrongScope = new Stranger("one without the scope", programs.of(mother, "openid").token());
    var otherSystem =
        new Stranger(
            "another agency's system",
            programs.ofAgency("000.00.00.H57", "dossiers.handle", "dossiers.read").token());
    var system =
        new Stranger(
            "the agency's system",
            programs.ofAgency("000.00.00.H49", "dossiers.handle", "dossiers.read").token());
    var systemForNothing =
        new Stranger("a system without the scope", programs.ofAgency("000.00.00.H49").token());
    return Map.ofEntries(
        Map.entry(Rule.PERSON, List.of(nobody, ended)),
        Map.entry(Rule.APPLICANT, List.of(nobody, another, ended, reception)),
        Map.entry(Rule.OFFICER, List.of(nobody, applicant)),
        Map.entry(Rule.HANDLER, List.of(nobody, applicant, elsewhere, editor, postless)),
        Map.entry(Rule.EDITOR, List.of(nobody, applicant, reception, postless)),
        Map.entry(Rule.ADMINISTRATOR, List.of(nobody, applicant, reception, editor, postless)),
        Map.entry(Rule.ACCOUNTANT, List.of(nobody, applicant, reception, editor, postless)),
        Map.entry(Rule.SUPPORT, List.of(nobody, applicant, elsewhere, editor, postless)),
        Map.entry(Rule.PROGRAM, List.of(nobody, applicant, wrongScope)),
        Map.entry(Rule.FILING, List.of(nobody, applicant, wrongScope, otherProgram, system)),
        Map.entry(Rule.AGENCY, List.of(nobody, reception, systemForNothing, otherSystem, program)),
        Map.entry(Rule.SYSTEM, List.of(nobody, reception, systemForNothing, program)));
  }

  private CurrentUser postedThere(Role role) {
    var officer = Officers.newcomer("Đỗ Thị Khác");
    var reception = new OfficerId(Officers.hongHaReception().id().value());
    AgencyId agency = posts.postsOf(reception).getFirst().agency();
    posts.appoint(new Post(new OfficerId(officer.id().value()), agency, role), "test");
    return officer;
  }

  private CurrentUser actingByARevokedMandate() {
    var hung = Citizens.hung();
    var mandate =
        mandates.grant(
            new NewMandate(
                MandateKind.DELEGATION,
                mother.id(),
                hung.id(),
                Set.of(Power.values()),
                new MandateScope.All(),
                null),
            mother);
    mandates.revoke(mandate.id(), mother);
    return new CurrentUser(
        mother.id(),
        mother.kind(),
        mother.name(),
        hung.level(),
        new Acting(hung.id(), hung.kind(), hung.name(), mandate.id()));
  }
}
