package org.motcua.eservices;

import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.Expressions;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.FormReader;
import org.motcua.forms.ValueKind;
import org.motcua.forms.Words;
import org.motcua.forms.yaml.Problems;
import org.motcua.forms.yaml.YamlFile;
import org.motcua.forms.yaml.YamlMap;
import org.motcua.organisation.Role;
import org.motcua.organisation.WorkingTime;

/** Makes a service of its folder, or tells every mistake in it. */
final class ServiceReader {

  private static final int MOST_FILES = 20;
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

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
    var slug = ServiceSlug.parse(folder.name());
    if (slug.isEmpty()) {
      problems.add(
          folder.place(), 1, "the folder's name is no slug, expected such as birth-registration");
    }
    var form =
        file("form.yaml")
            .flatMap(text -> FormReader.read(folder.path("form.yaml"), text, problems));
    var guide = guide();
    var template = file("result.html").flatMap(this::template);
    var main =
        file("service.yaml")
            .flatMap(text -> YamlFile.read(folder.path("service.yaml"), text, problems));
    if (form.isEmpty() || main.isEmpty() || guide.isEmpty() || template.isEmpty()) {
      return Optional.empty();
    }
    var service =
        service(
            slug.orElseGet(() -> new ServiceSlug("unnamed")),
            main.get(),
            form.get(),
            template.get(),
            guide.get());
    return problems.isEmpty() ? service : Optional.empty();
  }

  private Optional<String> file(String name) {
    var text = folder.find(name);
    if (text.isEmpty()) problems.add(folder.path(name), 1, "the file is missing");
    return text;
  }

  private Optional<Guide> guide() {
    var vietnamese = file("guide.vi.md");
    var english = file("guide.en.md");
    return vietnamese.flatMap(
        vi -> english.map(en -> new Guide(GuideText.html(vi), GuideText.html(en))));
  }

  private Optional<ResultTemplate> template(String source) {
    var path = folder.path("result.html");
    if (source.contains("{{{") || source.contains("{{&")) {
      var line = lineOf(source, source.contains("{{{") ? "{{{" : "{{&");
      problems.add(path, line, "values are always escaped, expected {{name}}");
    }
    try {
      return Optional.of(ResultTemplate.compile(source));
    } catch (MustacheParseException e) {
      var message = String.valueOf(e.getMessage());
      var line = LINE.matcher(message);
      problems.add(path, line.find() ? Integer.parseInt(line.group(1)) : 1, message);
    } catch (MustacheException e) {
      problems.add(path, 1, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private Optional<OnlineService> service(
      ServiceSlug slug, YamlMap map, FormDefinition form, ResultTemplate template, Guide guide) {
    var expressions = Expressions.over(form);
    templateNames(form, template);
    var procedure = procedure(map);
    var service =
        new Parts(
            (int) map.number("version", 1),
            date(map, "inForceFrom"),
            Words.read(map, "name"),
            Words.read(map, "summary"),
            map.someOf("audience", Audience.class, Set.of(Audience.CITIZEN)),
            map.oneOf("signIn", SignInLevel.class, SignInLevel.ONE_TIME_CODE),
            new ReceiverReader(form, expressions).read(map),
            papers(map, expressions),
            fees(map, expressions),
            timeLimits(map, expressions),
            route(map),
            delivery(map),
            result(map, form, template),
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
      Words name,
      Words summary,
      Set<Audience> audience,
      SignInLevel signIn,
      Optional<Receiver> receiver,
      List<Paper> papers,
      List<Fee> fees,
      List<TimeLimit> timeLimits,
      List<RouteStep> route,
      List<Delivery> deliveries,
      ResultKind result,
      Words declaration) {

    OnlineService with(
        ServiceSlug slug, ProcedureCode code, FormDefinition form, Receiver to, Guide guide) {
      return new OnlineService(
          slug,
          version,
          inForceFrom,
          code,
          name,
          summary,
          audience,
          signIn,
          form,
          to,
          papers,
          fees,
          timeLimits,
          route,
          deliveries,
          result,
          declaration,
          guide);
    }
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

  private static List<Fee> fees(YamlMap map, Expressions expressions) {
    var fees = new ArrayList<Fee>();
    for (var each : map.maps("fees")) {
      var name = Words.read(each, "name");
      var note = Words.find(each, "note").orElse(null);
      expressions
          .compile(each, "amount", ValueKind.NUMBER)
          .ifPresent(amount -> fees.add(new Fee(name, note, amount)));
      each.done();
    }
    return fees;
  }

  private static List<TimeLimit> timeLimits(YamlMap map, Expressions expressions) {
    var limits = new ArrayList<TimeLimit>();
    for (var each : map.maps("timeLimits")) {
      limits.add(
          new TimeLimit(
              Words.read(each, "text"),
              expressions.compileIfAny(each, "when", ValueKind.YES_NO).orElse(null),
              workingTime(each),
              hour(each, "countedFromMorningUntil")));
      each.done();
    }
    if (limits.isEmpty()) map.problem("timeLimits", "a service needs at least one time limit");
    return limits;
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

  private static List<RouteStep> route(YamlMap map) {
    var steps = new ArrayList<RouteStep>();
    for (var each : map.maps("route")) {
      steps.add(
          new RouteStep(
              each.oneOf("role", Role.class, Role.RECEPTION),
              Words.read(each, "title"),
              workingTime(each)));
      each.done();
    }
    if (steps.isEmpty()) map.problem("route", "a service needs at least one step");
    return steps;
  }

  private static List<Delivery> delivery(YamlMap map) {
    return List.copyOf(map.someOf("delivery", Delivery.class, Set.of(Delivery.ONLINE)));
  }

  private static ResultKind result(YamlMap map, FormDefinition form, ResultTemplate template) {
    var result = map.map("result");
    if (result.isEmpty()) return new ResultKind("", new Words("", ""), template, List.of());
    var facts = new ArrayList<ResultKind.FactRule>();
    for (var each : result.get().findMaps("facts")) {
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
    var kind =
        new ResultKind(
            result.get().text("code"), Words.read(result.get(), "name"), template, facts);
    result.get().done();
    return kind;
  }

  private void templateNames(FormDefinition form, ResultTemplate template) {
    var known = ResultValues.names(form);
    var source = folder.find("result.html").orElse("");
    for (var question : form.questions()) {
      if (question.id().matches("(issue|signer|mark)\\..*")) {
        problems.add(
            folder.path("form.yaml"), 1, "'" + question.id() + "' is a name of the result's own");
      }
    }
    for (var name : template.names()) {
      if (!known.contains(name)) {
        problems.add(
            folder.path("result.html"),
            lineOf(source, name),
            "there is no '"
                + name
                + "' among the form's questions and computed values, nor among "
                + String.join(", ", ResultValues.OF_THE_ISSUE));
      }
    }
  }

  private static int lineOf(String source, String text) {
    var lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.contains(text) && line.contains("{{")) return i + 1;
    }
    return 1;
  }
}
