package org.motcua.eservices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.eservices.ServicePackage.After;
import org.motcua.eservices.ServicePackage.Member;
import org.motcua.eservices.ServicePackage.SharedPaper;
import org.motcua.forms.Expressions;
import org.motcua.forms.Flow;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.FormReader;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.ValueKind;
import org.motcua.forms.Words;
import org.motcua.forms.yaml.Problems;
import org.motcua.forms.yaml.YamlFile;
import org.motcua.forms.yaml.YamlMap;

/**
 * Makes a package of its folder, or tells every mistake in it: what flows where must fit, and
 * nothing may be asked that comes by itself.
 */
final class PackageReader {

  static final String MAIN_FILE = "package.yaml";
  static final String FORM = "form.yaml";

  /** What a result tells besides the answers that led to it. */
  static final Map<String, ValueKind> OF_RESULTS =
      Map.of("result.number", ValueKind.TEXT, "result.date", ValueKind.DATE);

  private final ServiceFolder folder;
  private final Function<ServiceSlug, Optional<OnlineService>> services;
  private final Problems problems;
  private final Set<String> used = new HashSet<>();

  private PackageReader(
      ServiceFolder folder,
      Function<ServiceSlug, Optional<OnlineService>> services,
      Problems problems) {
    this.folder = folder;
    this.services = services;
    this.problems = problems;
  }

  /**
   * The package, if its folder has no mistake; else the mistakes are among the problems.
   *
   * @param services those that it may name, as they are offered now
   */
  static Optional<ServicePackage> read(
      ServiceFolder folder,
      Function<ServiceSlug, Optional<OnlineService>> services,
      Problems problems) {
    return new PackageReader(folder, services, problems).read();
  }

  private Optional<ServicePackage> read() {
    folder.unread().forEach(each -> problems.add(each.file(), each.line(), each.message()));
    var slug = ServiceSlug.parse(folder.name());
    if (slug.isEmpty()) {
      problems.add(folder.place(), 1, "the folder's name is no slug, expected such as birth");
    }
    var form = file(FORM).flatMap(text -> FormReader.read(folder.path(FORM), text, problems));
    var main =
        file(MAIN_FILE).flatMap(text -> YamlFile.read(folder.path(MAIN_FILE), text, problems));
    if (slug.isEmpty() || form.isEmpty() || main.isEmpty()) return Optional.empty();
    var read = whole(slug.get(), main.get(), form.get());
    return problems.isEmpty() ? Optional.of(read) : Optional.empty();
  }

  private Optional<String> file(String name) {
    var text = folder.find(name);
    if (text.isEmpty() && !folder.hasUnread(name)) {
      problems.add(folder.path(name), 1, "the file is missing");
    }
    return text;
  }

  private ServicePackage whole(ServiceSlug slug, YamlMap map, FormDefinition form) {
    var members = members(map, form);
    var read =
        new ServicePackage(
            slug,
            Words.read(map, "name"),
            Words.read(map, "summary"),
            map.text("lifeEvent"),
            procedure(map),
            form,
            members,
            papers(map, members));
    map.done();
    checkForm(form);
    return read;
  }

  private static @Nullable ProcedureCode procedure(YamlMap map) {
    var text = map.findText("procedure");
    if (text.isEmpty()) return null;
    var code = ProcedureCode.parse(text.get());
    if (code.isEmpty()) {
      map.problem(
          "procedure", "'" + text.get() + "' is no procedure's code, expected such as 2.000986");
    }
    return code.orElse(null);
  }

  // Members

  private List<Member> members(YamlMap map, FormDefinition form) {
    var expressions = Expressions.over(form);
    var members = new ArrayList<Member>();
    for (var each : map.maps("members")) {
      var service = service(each, "service");
      service.ifPresent(found -> checkMember(each, found, members));
      var choice = each.flag("choice", false);
      var when = expressions.compileIfAny(each, "when", ValueKind.YES_NO).orElse(null);
      if (when != null) used.addAll(when.names());
      var answers = service.map(to -> answers(each, form, to)).orElse(Map.of());
      var after = after(each, service, members, answers);
      each.done();
      service.ifPresent(
          found -> {
            members.add(new Member(found.slug(), choice, when, answers, after));
            checkAwaited(each, found, answers.keySet(), after);
          });
    }
    if (members.size() < 2) map.problem("members", "a package needs at least two members");
    return members;
  }

  private Optional<OnlineService> service(YamlMap map, String key) {
    var text = map.text(key);
    var found = ServiceSlug.parse(text).flatMap(services);
    if (found.isEmpty() && !text.isEmpty()) {
      map.problem(key, "there is no online service '" + text + "' that is in force today");
    }
    return found;
  }

  private static void checkMember(YamlMap map, OnlineService service, List<Member> before) {
    if (before.stream().anyMatch(member -> member.service().equals(service.slug()))) {
      map.problem("service", "'" + service.slug() + "' is a member already");
    }
    if (!service.signers().isEmpty()) {
      map.problem(
          "service",
          "'%s' is signed by others besides (its 'signers'), expected a service that is not: what"
                  .formatted(service.slug())
              + " others sign cannot change by itself later");
    }
    if (!service.audience().contains(Audience.CITIZEN)) {
      map.problem("service", "'" + service.slug() + "' is not for citizens, as packages are");
    }
  }

  private Map<String, String> answers(YamlMap member, FormDefinition form, OnlineService service) {
    var flows = member.findMap("answers");
    if (flows.isEmpty()) return Map.of();
    var answers = new LinkedHashMap<String, String>();
    for (var id : flows.get().keys()) {
      var source = flows.get().text(id);
      used.add(source);
      question(flows.get(), id, service)
          .ifPresent(
              to -> {
                answers.put(id, source);
                Flow.problem(form, source, to).ifPresent(told -> flows.get().problem(id, told));
                var from = form.findQuestion(source);
                if (to.required()
                    && from.filter(Question::required).isEmpty()
                    && from.isPresent()) {
                  flows
                      .get()
                      .problem(
                          id,
                          "'%s' may stay empty, but '%s' of '%s' may not"
                              .formatted(source, id, service.slug()));
                }
              });
    }
    return answers;
  }

  private static Optional<Question> question(YamlMap flows, String id, OnlineService service) {
    var question = service.form().findQuestion(id);
    if (question.isEmpty()) {
      flows.problem(id, "the form of '" + service.slug() + "' has no question '" + id + "'");
    }
    return question;
  }

  // What waits for another's result

  private @Nullable After after(
      YamlMap member,
      Optional<OnlineService> waiting,
      List<Member> before,
      Map<String, String> answers) {
    var map = member.findMap("after");
    if (map.isEmpty()) return null;
    var first = service(map.get(), "service");
    first.ifPresent(found -> checkFirst(map.get(), found, before));
    var result = map.get().findText("result").orElse(null);
    var flows = new HashMap<String, String>();
    if (first.isPresent() && waiting.isPresent()) {
      if (result != null) checkResult(map.get(), result, waiting.get());
      flows.putAll(awaited(map.get(), first.get(), waiting.get(), answers));
    }
    map.get().has("answers");
    map.get().done();
    return first.map(found -> new After(found.slug(), result, flows)).orElse(null);
  }

  private static void checkFirst(YamlMap after, OnlineService first, List<Member> before) {
    var member = before.stream().filter(each -> each.service().equals(first.slug())).findFirst();
    if (member.isEmpty()) {
      after.problem(
          "service",
          "'" + first.slug() + "' is no member further above, which could be waited for");
    } else if (member.get().choice() || member.get().when() != null) {
      after.problem(
          "service",
          "'%s' may be left out, expected a member that is always there".formatted(first.slug()));
    }
    if (member.filter(each -> each.after() != null).isPresent()) {
      after.problem(
          "service",
          "'%s' waits itself, expected a member that is handed in at once".formatted(first.slug()));
    }
    if (first.result() == null || first.handedTo() != null) {
      after.problem("service", "'" + first.slug() + "' gives no result that could be waited for");
    }
  }

  private static void checkResult(YamlMap after, String id, OnlineService waiting) {
    var paper = waiting.papers().stream().filter(each -> each.id().equals(id)).findFirst();
    if (paper.isEmpty()) {
      after.problem("result", "'" + waiting.slug() + "' asks for no paper '" + id + "'");
    } else if (!paper.get().accepts().contains(FileKind.PDF)) {
      after.problem("result", "'" + id + "' takes no PDF, which every result is");
    }
  }

  private static Map<String, String> awaited(
      YamlMap after, OnlineService first, OnlineService waiting, Map<String, String> answers) {
    var flows = after.findMap("answers");
    if (flows.isEmpty()) return Map.of();
    var awaited = new LinkedHashMap<String, String>();
    for (var id : flows.get().keys()) {
      var source = flows.get().text(id);
      if (answers.containsKey(id)) {
        flows.get().problem(id, "'" + id + "' is answered by the common questions already");
      }
      question(flows.get(), id, waiting)
          .ifPresent(
              to -> {
                awaited.put(id, source);
                var kind = OF_RESULTS.get(source);
                (kind == null
                        ? Flow.problem(first.form(), source, to)
                        : Flow.problem(source, kind, to))
                    .ifPresent(told -> flows.get().problem(id, told));
              });
    }
    return awaited;
  }

  /** A page on which somebody still has to answer would ask for what comes by itself, too. */
  private static void checkAwaited(
      YamlMap member, OnlineService service, Set<String> answered, @Nullable After after) {
    if (after == null) return;
    for (var page : service.form().pages()) {
      var ids = page.questions().stream().map(Question::id).toList();
      var awaited = ids.stream().filter(after.answers()::containsKey).toList();
      if (awaited.isEmpty()) continue;
      ids.stream()
          .filter(id -> !awaited.contains(id) && !answered.contains(id))
          .findFirst()
          .ifPresent(
              id ->
                  member.problem(
                      "after",
                      "page '%s' of '%s' asks for '%s' together with '%s', which comes by itself: put them on two pages"
                          .formatted(page.id(), service.slug(), id, awaited.getFirst())));
    }
  }

  // Papers that several want

  private List<SharedPaper> papers(YamlMap map, List<Member> members) {
    var shared = new ArrayList<SharedPaper>();
    var given = new HashSet<String>();
    for (var each : map.findMaps("papers")) {
      var papers = new LinkedHashMap<ServiceSlug, Paper>();
      for (var name : List.copyOf(each.keys())) {
        var id = each.text(name);
        paper(each, name, id, members)
            .ifPresent(
                found -> {
                  papers.put(new ServiceSlug(name), found);
                  if (!given.add(name + "/" + id)) {
                    each.problem(name, "'" + id + "' of '" + name + "' is given twice");
                  }
                });
      }
      if (each.keys().size() < 2) {
        problems.add(each.file(), each.line(), "a paper is asked once for two members at least");
      }
      shared(each, papers).ifPresent(shared::add);
    }
    return shared;
  }

  private Optional<Paper> paper(YamlMap map, String name, String id, List<Member> members) {
    var member = members.stream().filter(each -> each.service().value().equals(name)).findFirst();
    if (member.isEmpty()) {
      map.problem(name, "'" + name + "' is no member of this package");
      return Optional.empty();
    }
    var after = member.get().after();
    if (after != null && id.equals(after.result())) {
      map.problem(name, "'" + id + "' of '" + name + "' is the result that it waits for");
    }
    var paper =
        services.apply(member.get().service()).stream()
            .flatMap(service -> service.papers().stream())
            .filter(each -> each.id().equals(id))
            .findFirst();
    if (paper.isEmpty()) map.problem(name, "'" + name + "' asks for no paper '" + id + "'");
    return paper;
  }

  /** What the first takes, the others must take. */
  private static Optional<SharedPaper> shared(YamlMap map, Map<ServiceSlug, Paper> papers) {
    if (papers.size() < 2) return Optional.empty();
    var first = papers.entrySet().iterator().next();
    var others = new LinkedHashMap<ServiceSlug, String>();
    papers.forEach(
        (service, paper) -> {
          if (service.equals(first.getKey())) return;
          others.put(service, paper.id());
          if (!paper.accepts().containsAll(first.getValue().accepts())
              || paper.maxFiles() < first.getValue().maxFiles()) {
            map.problem(
                service.value(),
                "'%s' takes fewer kinds of files, or fewer files, than '%s' of '%s'"
                    .formatted(paper.id(), first.getValue().id(), first.getKey()));
          }
        });
    return Optional.of(new SharedPaper(first.getKey(), first.getValue().id(), others));
  }

  // The common form

  private void checkForm(FormDefinition form) {
    form.computed().stream()
        .filter(value -> used.contains(value.id()))
        .forEach(value -> used.addAll(value.value().names()));
    form.pages().stream()
        .flatMap(page -> page.questions().stream())
        .forEach(question -> checkCommon(form, question));
  }

  private void checkCommon(FormDefinition form, Question question) {
    var offer = question.prefill();
    if (question.type() instanceof QuestionType.File
        || question.type() instanceof QuestionType.Table) {
      problems.add(
          folder.path(FORM),
          line(question),
          "'" + question.id() + "' is a file or a table: leave that to the member that needs it");
    } else if (offer != null && !offer.fact().startsWith("account.")) {
      problems.add(
          folder.path(FORM),
          line(question),
          "'" + question.id() + "': common questions are offered facts of the account only");
    } else if (!isUsed(form, question)) {
      problems.add(
          folder.path(FORM),
          line(question),
          "'" + question.id() + "' goes to no member's form, so nobody needs the answer");
    }
  }

  /** By a member, or by a condition of another question. */
  private boolean isUsed(FormDefinition form, Question question) {
    return names(form).stream()
            .anyMatch(name -> name.equals(question.id()) || name.startsWith(question.id() + "."))
        || used.stream().anyMatch(name -> name.endsWith("answered." + question.id()));
  }

  private Set<String> names(FormDefinition form) {
    var names = new HashSet<>(used);
    for (var page : form.pages()) {
      if (page.when() != null) names.addAll(page.when().names());
      for (var question : page.questions()) {
        if (question.when() != null) names.addAll(question.when().names());
      }
    }
    return names;
  }

  private int line(Question question) {
    var lines = folder.find(FORM).orElse("").lines().toList();
    for (var line = 0; line < lines.size(); line++) {
      if (lines.get(line).strip().endsWith("id: " + question.id())) return line + 1;
    }
    return 1;
  }
}
