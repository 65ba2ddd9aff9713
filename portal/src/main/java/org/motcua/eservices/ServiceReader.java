package org.motcua.eservices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.Expressions;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.FormReader;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.ValueKind;
import org.motcua.forms.Words;
import org.motcua.forms.yaml.Problems;
import org.motcua.forms.yaml.YamlFile;
import org.motcua.forms.yaml.YamlMap;
import org.motcua.organisation.Role;
import org.motcua.organisation.WorkingTime;

/** Makes a service of its folder, or tells every mistake in it. */
final class ServiceReader {

  private static final String COORDINATES = "coordinates";
  private static final int MOST_FILES = 20;
  private static final int MOST_VERSIONS = 100_000;
  private static final int MOST_CALENDAR_DAYS = 1_000;

  private final ServiceFolder folder;
  private final Problems problems;

  private ServiceReader(ServiceFolder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** The service, if its folder has no mistake; else the mistakes are among the problems. */
  static Optional<OnlineService> read(ServiceFolder folder, Problems problems) {
    return new ServiceReader(folder, problems).read();
  }

  private Optional<OnlineService> read() {
    folder.unread().forEach(each -> problems.add(each.file(), each.line(), each.message()));
    var slug = ServiceSlug.parse(folder.name());
    if (slug.isEmpty()) {
      problems.add(
          folder.place(), 1, "the folder's name is no slug, expected such as birth-registration");
    }
    var form =
        file("form.yaml")
            .flatMap(text -> FormReader.read(folder.path("form.yaml"), text, problems));
    var guide = guide();
    var main =
        file("service.yaml")
            .flatMap(text -> YamlFile.read(folder.path("service.yaml"), text, problems));
    if (form.isEmpty() || main.isEmpty() || guide.isEmpty()) return Optional.empty();
    var service =
        service(
            slug.orElseGet(() -> new ServiceSlug("unnamed")), main.get(), form.get(), guide.get());
    return problems.isEmpty() ? service : Optional.empty();
  }

  private Optional<String> file(String name) {
    var text = folder.find(name);
    if (text.isEmpty() && !folder.hasUnread(name)) {
      problems.add(folder.path(name), 1, "the file is missing");
    }
    return text;
  }

  private Optional<Guide> guide() {
    var vietnamese = file("guide.vi.md");
    var english = file("guide.en.md");
    return vietnamese.flatMap(
        vi -> english.map(en -> new Guide(GuideText.html(vi), GuideText.html(en))));
  }

  private Optional<OnlineService> service(
      ServiceSlug slug, YamlMap map, FormDefinition form, Guide guide) {
    var expressions = Expressions.over(form);
    namesOfTheResult(form);
    var procedure = procedure(map);
    var receivers = new ReceiverReader(form, expressions);
    var service =
        new Parts(
            version(map),
            date(map, "inForceFrom"),
            lastDay(map),
            Words.read(map, "name"),
            Words.read(map, "summary"),
            map.someOf("audience", Audience.class, Set.of(Audience.CITIZEN)),
            map.oneOf("signIn", SignInLevel.class, SignInLevel.ONE_TIME_CODE),
            receivers.read(map),
            handedTo(map),
            papers(map, expressions),
            signers(map, form, expressions),
            fees(map, expressions),
            timeLimits(map, expressions),
            route(map, receivers),
            map.flag("fourEyes", false),
            delivery(map),
            result(map, form),
            map.flag("onceOnly", false),
            Words.read(map, "declaration"));
    if (map.has("toBeConfirmed")) map.texts("toBeConfirmed");
    map.done();
    return procedure.flatMap(
        code -> service.receiver().map(to -> service.with(slug, code, form, to, guide)));
  }

  /** What {@code service.yaml} alone tells. */
  private record Parts(
      int version,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceUntil,
      Words name,
      Words summary,
      Set<Audience> audience,
      SignInLevel signIn,
      Optional<Receiver> receiver,
      @Nullable OutsideBody handedTo,
      List<Paper> papers,
      List<Signer> signers,
      List<Fee> fees,
      List<TimeLimit> timeLimits,
      List<RouteStep> route,
      boolean fourEyes,
      List<Delivery> deliveries,
      @Nullable ResultKind result,
      boolean onceOnly,
      Words declaration) {

    OnlineService with(
        ServiceSlug slug, ProcedureCode code, FormDefinition form, Receiver to, Guide guide) {
      return new OnlineService(
          slug,
          version,
          inForceFrom,
          inForceUntil,
          code,
          name,
          summary,
          audience,
          signIn,
          form,
          to,
          handedTo,
          papers,
          signers,
          fees,
          timeLimits,
          route,
          fourEyes,
          deliveries,
          result,
          onceOnly,
          declaration,
          guide);
    }
  }

  private static int version(YamlMap map) {
    if (!map.has("version")) {
      map.problem("version", "'version' is missing, expected 1 for the first one");
    }
    var version = map.number("version", 1);
    if (version < 1 || version > MOST_VERSIONS) {
      map.problem("version", "'version' is " + version + ", expected 1 to " + MOST_VERSIONS);
    }
    return (int) version;
  }

  private static @Nullable LocalDate lastDay(YamlMap map) {
    if (!map.has("inForceUntil")) return null;
    var until = date(map, "inForceUntil");
    if (until.isBefore(date(map, "inForceFrom"))) {
      map.problem("inForceUntil", "'inForceUntil' is before 'inForceFrom'");
    }
    return until;
  }

  private static Optional<ProcedureCode> procedure(YamlMap map) {
    var text = map.text("procedure");
    var code = ProcedureCode.parse(text);
    if (code.isEmpty() && !text.isEmpty()) {
      map.problem("procedure", "'" + text + "' is no procedure's code, expected such as 1.001193");
    }
    return code;
  }

  private static LocalDate date(YamlMap map, String key) {
    var text = map.text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      if (!text.isEmpty()) {
        map.problem(key, "'" + text + "' is no date, expected such as 2026-07-01");
      }
      return LocalDate.EPOCH;
    }
  }

  private static @Nullable OutsideBody handedTo(YamlMap map) {
    return map.has("handedTo")
        ? map.oneOf("handedTo", OutsideBody.class, OutsideBody.ELECTRICITY_COMPANY)
        : null;
  }

  private static List<Paper> papers(YamlMap map, Expressions expressions) {
    var papers = new ArrayList<Paper>();
    var ids = new HashSet<String>();
    for (var each : map.maps("papers")) {
      var id = each.text("id");
      if (!ids.add(id)) each.problem("id", "there is another paper '" + id + "'");
      if (!id.isEmpty() && ServiceSlug.parse(id).isEmpty()) {
        each.problem("id", "'" + id + "' is no paper's id, expected such as proof-of-birth");
      }
      var most = each.number("maxFiles", 5);
      if (most < 1 || most > MOST_FILES) {
        each.problem("maxFiles", "'maxFiles' is " + most + ", expected 1 to " + MOST_FILES);
      }
      papers.add(
          new Paper(
              id,
              Words.read(each, "name"),
              Words.find(each, "hint").orElse(null),
              !each.flag("optional", false),
              expressions.compileIfAny(each, "when", ValueKind.YES_NO).orElse(null),
              each.someOf("accepts", FileKind.class, FileKind.USUAL),
              (int) most));
      each.done();
    }
    return papers;
  }

  /** Each is known by the answer to one question of the form: never by one in a table's row. */
  private static List<Signer> signers(YamlMap map, FormDefinition form, Expressions expressions) {
    var signers = new ArrayList<Signer>();
    var ids = new HashSet<String>();
    for (var each : map.findMaps("signers")) {
      var id = each.text("id");
      if (!ids.add(id)) each.problem("id", "there is another signer '" + id + "'");
      if (!id.isEmpty() && ServiceSlug.parse(id).isEmpty()) {
        each.problem("id", "'" + id + "' is no signer's id, expected such as other-parent");
      }
      var who = each.text("who");
      var question = form.findQuestion(who);
      if (question.isEmpty() && !who.isEmpty()) {
        each.problem("who", "the form has no question '" + who + "'");
      }
      question
          .map(Question::type)
          .filter(type -> !namesSomebody(type))
          .ifPresent(
              type ->
                  each.problem(
                      "who",
                      "'" + who + "' names nobody, expected an id-number or person question"));
      signers.add(
          new Signer(
              id,
              Words.read(each, "title"),
              who,
              expressions.compileIfAny(each, "when", ValueKind.YES_NO).orElse(null)));
      each.done();
    }
    return signers;
  }

  private static boolean namesSomebody(QuestionType type) {
    return type instanceof QuestionType.IdNumber || type instanceof QuestionType.Person;
  }

  private static List<Fee> fees(YamlMap map, Expressions expressions) {
    var fees = new ArrayList<Fee>();
    for (var each : map.maps("fees")) {
      var name = Words.read(each, "name");
      var note = Words.find(each, "note").orElse(null);
      var discounts = discounts(each, expressions);
      var collecting = collecting(each);
      expressions
          .compile(each, "amount", ValueKind.NUMBER)
          .ifPresent(amount -> fees.add(new Fee(name, note, amount, discounts, collecting)));
      each.done();
    }
    return fees;
  }

  private static Collecting collecting(YamlMap fee) {
    var usual = Collecting.AT_THE_END;
    var when =
        fee.has("paid") ? fee.oneOf("paid", Collecting.When.class, usual.when()) : usual.when();
    if (fee.has("waits") && when != Collecting.When.ON_ACCEPTANCE) {
      fee.problem("waits", "'waits' belongs to a fee that is 'paid: on-acceptance'");
    }
    return new Collecting(
        when,
        fee.flag("waits", when == Collecting.When.ON_ACCEPTANCE),
        fee.flag("refundable", false),
        fee.has("kind") ? fee.oneOf("kind", Collecting.Kind.class, usual.kind()) : usual.kind());
  }

  private static List<Fee.Discount> discounts(YamlMap fee, Expressions expressions) {
    var discounts = new ArrayList<Fee.Discount>();
    for (var each : fee.findMaps("discounts")) {
      var percent = each.number("percent", 0);
      if (percent < 1 || percent > 100) {
        each.problem("percent", "'percent' is " + percent + ", expected 1 to 100");
      }
      discounts.add(
          new Fee.Discount(
              Words.read(each, "name"),
              expressions.compileIfAny(each, "when", ValueKind.YES_NO).orElse(null),
              (int) percent));
      each.done();
    }
    return discounts;
  }

  private static List<TimeLimit> timeLimits(YamlMap map, Expressions expressions) {
    var limits = new ArrayList<TimeLimit>();
    var maps = map.maps("timeLimits");
    for (var each : maps) {
      var when = expressions.compileIfAny(each, "when", ValueKind.YES_NO).orElse(null);
      if (each == maps.getLast() && each.has("when")) {
        each.problem("when", "the last time limit is for all remaining cases, expected no 'when'");
      }
      limits.add(
          new TimeLimit(
              Words.read(each, "text"),
              when,
              allotted(each),
              hour(each, "countedFromMorningUntil")));
      each.done();
    }
    if (limits.isEmpty()) map.problem("timeLimits", "a service needs at least one time limit");
    return limits;
  }

  private static TimeLimit.Allotted allotted(YamlMap map) {
    if (!map.has("days")) return new TimeLimit.Allotted.Working(workingTime(map));
    if (map.has("workingDays") || map.has("workingHours")) {
      map.problem("days", "expected one of 'workingDays', 'workingHours' and 'days'");
    }
    var days = map.number("days", 1);
    if (days < 1 || days > MOST_CALENDAR_DAYS) {
      map.problem("days", "'days' is " + days + ", expected 1 to " + MOST_CALENDAR_DAYS);
    }
    return new TimeLimit.Allotted.CalendarDays((int) days);
  }

  /** Whole working days or hours, whichever is given. */
  private static WorkingTime workingTime(YamlMap map) {
    var days = map.has("workingDays");
    var hours = map.has("workingHours");
    if (days == hours) {
      map.problem("workingDays", "expected either 'workingDays' or 'workingHours'");
      return WorkingTime.ZERO;
    }
    var key = days ? "workingDays" : "workingHours";
    var amount = map.number(key, 0);
    if (amount < 0 || amount > 10_000) {
      map.problem(key, "'" + key + "' is " + amount + ", expected 0 to 10000");
      return WorkingTime.ZERO;
    }
    return days ? WorkingTime.days(amount) : WorkingTime.hours(amount);
  }

  private static @Nullable LocalTime hour(YamlMap map, String key) {
    var text = map.findText(key);
    if (text.isEmpty()) return null;
    try {
      return LocalTime.parse(text.get());
    } catch (DateTimeException e) {
      map.problem(key, "'" + text.get() + "' is no time, expected such as 15:00");
      return null;
    }
  }

  private static List<RouteStep> route(YamlMap map, ReceiverReader receivers) {
    var steps = new ArrayList<RouteStep>();
    var all = map.maps("route");
    for (var each : all) {
      steps.add(
          new RouteStep(
              each.oneOf("role", Role.class, Role.RECEPTION),
              Words.read(each, "title"),
              workingTime(each),
              coordinates(each, steps.size(), all, receivers)));
      each.done();
    }
    if (steps.isEmpty()) map.problem("route", "a service needs at least one step");
    return steps;
  }

  /** Somebody here takes a dossier up before others get it, and somebody here decides. */
  private static @Nullable Receiver coordinates(
      YamlMap step, int place, List<YamlMap> all, ReceiverReader receivers) {
    if (!step.has(COORDINATES)) return null;
    var later = all.subList(place + 1, all.size());
    var decides =
        later.stream().allMatch(each -> each.findText("role").orElse("").equals("result-desk"));
    if (place < 2 || decides) {
      step.problem(
          COORDINATES,
          "the first two steps and the one that decides are done by the agency that receives");
    }
    return receivers.read(step, COORDINATES).orElse(null);
  }

  private static List<Delivery> delivery(YamlMap map) {
    return List.copyOf(map.someOf("delivery", Delivery.class, Set.of(Delivery.ONLINE)));
  }

  /** A service without {@code result} has no template either: the agency only takes note. */
  private @Nullable ResultKind result(YamlMap map, FormDefinition form) {
    if (!map.has("result")) {
      if (folder.find("result.html").isPresent()) {
        problems.add(
            folder.path("result.html"),
            1,
            "there is no 'result' in service.yaml, expected it or no template");
      }
      return null;
    }
    var template = template(form);
    var result = map.map("result");
    if (result.isEmpty() || template.isEmpty()) return null;
    var code = result.get().text("code");
    var name = Words.read(result.get(), "name");
    var kind =
        new ResultKind(
            code, name, template.get(), validFor(result.get()), facts(result.get(), form));
    result.get().done();
    return kind;
  }

  private Optional<ResultTemplate> template(FormDefinition form) {
    var source = file("result.html");
    if (source.isEmpty()) return Optional.empty();
    var reader = new TemplateReader(folder.path("result.html"), source.get(), problems);
    reader.checkNames(form);
    return reader.read();
  }

  private static List<ResultKind.FactRule> facts(YamlMap result, FormDefinition form) {
    var facts = new ArrayList<ResultKind.FactRule>();
    for (var each : result.findMaps("facts")) {
      var id = each.text("valueOf");
      var known =
          form.findQuestion(id).isPresent()
              || form.computed().stream().anyMatch(value -> value.id().equals(id));
      if (!known && !id.isEmpty()) {
        each.problem("valueOf", "the form has no question or computed value '" + id + "'");
      }
      facts.add(new ResultKind.FactRule(Words.read(each, "label"), id));
      each.done();
    }
    return facts;
  }

  private static @Nullable Period validFor(YamlMap result) {
    var map = result.findMap("validFor");
    if (map.isEmpty()) return null;
    var given = map.get().keys().stream().filter(Set.of("years", "months", "days")::contains);
    var keys = given.toList();
    if (keys.size() != 1) {
      result.problem("validFor", "expected exactly one of years, months and days");
      return null;
    }
    var key = keys.getFirst();
    var amount = map.get().number(key, 1);
    map.get().done();
    if (amount < 1 || amount > MOST_CALENDAR_DAYS) {
      map.get()
          .problem(key, "'" + key + "' is " + amount + ", expected 1 to " + MOST_CALENDAR_DAYS);
      return null;
    }
    return switch (key) {
      case "years" -> Period.ofYears((int) amount);
      case "months" -> Period.ofMonths((int) amount);
      default -> Period.ofDays((int) amount);
    };
  }

  private void namesOfTheResult(FormDefinition form) {
    for (var question : form.questions()) {
      if (question.id().matches("(issue|signer|mark)\\..*")) {
        problems.add(
            folder.path("form.yaml"), 1, "'" + question.id() + "' is a name of the result's own");
      }
    }
  }
}
