package org.motcua.catalogue.questioning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.ProcedureStore;
import org.motcua.catalogue.questioning.model.Act;
import org.motcua.catalogue.questioning.model.HistoryEntry;
import org.motcua.catalogue.questioning.model.HistoryEntry.Event;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.catalogue.questioning.model.WorkCounts;
import org.motcua.catalogue.questioning.model.WorkFilter;
import org.motcua.catalogue.questioning.model.WorkKey;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.Person;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.NavLink;
import org.motcua.platform.web.ui.TimelineEntry;
import org.motcua.platform.web.ui.TimelineEntry.State;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts together what the pages of the questions' desk show. */
@Component
class QuestionDeskViews {

  private static final int PAGE = 25;

  private final QuestionStore questions;
  private final Questions published;
  private final ProcedureStore procedures;
  private final Organisation organisation;
  private final Accounts accounts;
  private final Contact.Envelope envelope;
  private final Messages messages;
  private final Clock clock;

  QuestionDeskViews(
      QuestionStore questions,
      Questions published,
      ProcedureStore procedures,
      Organisation organisation,
      Accounts accounts,
      Contact.Envelope envelope,
      Messages messages,
      Clock clock) {
    this.questions = questions;
    this.published = published;
    this.procedures = procedures;
    this.organisation = organisation;
    this.accounts = accounts;
    this.envelope = envelope;
    this.messages = messages;
    this.clock = clock;
  }

  WorkListView list(
      DeskOfficer officer,
      WorkFilter filter,
      String procedure,
      @Nullable WorkKey after,
      Language language) {
    var now = clock.instant();
    var desks = officer.desks();
    var code = ProcedureCode.parse(procedure).orElse(null);
    var found = questions.workList(desks, filter, code, now, after, PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    return new WorkListView(
        desks.stream().map(this::agencyName).toList(),
        parts(filter, procedure, questions.countOpen(desks, now), language),
        filter,
        procedure,
        rows(page, now, language),
        found.size() > PAGE ? address(filter, procedure, key(page.getLast(), filter)) : null);
  }

  private List<NavLink> parts(
      WorkFilter shown, String procedure, WorkCounts counts, Language language) {
    return Stream.of(WorkFilter.values())
        .map(
            filter ->
                new NavLink(
                    messages.text(language, "catalogue.answering.part." + filter),
                    address(filter, procedure, null),
                    filter == shown,
                    count(filter, counts)))
        .toList();
  }

  private static @Nullable Long count(WorkFilter filter, WorkCounts counts) {
    return switch (filter) {
      case TO_ANSWER -> counts.toAnswer();
      case TO_PUBLISH -> counts.toPublish();
      case OVERDUE -> counts.overdue();
      case PUBLISHED, REFUSED -> null;
    };
  }

  private static String address(WorkFilter filter, String procedure, @Nullable WorkKey after) {
    var address = UriComponentsBuilder.fromPath("/desk/questions").queryParam("show", filter);
    if (!procedure.isEmpty()) address.queryParam("procedure", "{procedure}");
    if (after != null) address.queryParam("after", after.toString());
    return address.encode().buildAndExpand(Map.of("procedure", procedure)).toUriString();
  }

  private static WorkKey key(Question last, WorkFilter filter) {
    return new WorkKey(filter.open() ? last.dueAt() : last.revision().at(), last.id());
  }

  private List<WorkListView.Row> rows(List<Question> page, Instant now, Language language) {
    var about = procedures(page);
    var people =
        accounts.findPersons(page.stream().flatMap(question -> writer(question).stream()).toList());
    return page.stream()
        .map(
            question ->
                new WorkListView.Row(
                    question.id(),
                    question.workingTexts().question(),
                    Optional.ofNullable(question.procedure())
                        .map(
                            code ->
                                about.containsKey(code)
                                    ? about.get(code).name(language)
                                    : code.value())
                        .orElse(null),
                    agencyName(question.agency()),
                    question.state().name(),
                    question.dueAt(),
                    question.overdueAt(now),
                    question.revision().at(),
                    writer(question).map(people::get).map(Person::name).orElse(null)))
        .toList();
  }

  private static Optional<AccountId> writer(Question question) {
    return Optional.ofNullable(question.state().draft()).map(draft -> draft.by());
  }

  private Map<ProcedureCode, Procedure> procedures(Collection<Question> page) {
    var codes =
        page.stream()
            .flatMap(question -> Optional.ofNullable(question.procedure()).stream())
            .collect(Collectors.toSet());
    return procedures.findAll(codes).stream()
        .collect(Collectors.toMap(Procedure::code, Function.identity()));
  }

  AnsweringView one(DeskOfficer officer, Question question, Language language) {
    var code = question.procedure();
    var province = question.asking().province();
    var draft = question.state().draft();
    return new AnsweringView(
        question,
        question.overdueAt(clock.instant()),
        question.allows(Act.WRITE)
            && (officer.controls(question.agency())
                || (draft != null && !draft.writtenAloneBy(officer.account()))),
        code == null ? null : procedures.find(code).orElse(null),
        agencyName(question.agency()),
        province == null ? null : organisation.pathName(province),
        envelope.open(question.asking().contact()).orElse(null),
        published.find(question.id()).orElse(null),
        history(question, language),
        agencies(officer, question),
        name(question.revision().by(), language));
  }

  /** The latest first. */
  private List<TimelineEntry> history(Question question, Language language) {
    var entries = questions.history(question.id());
    var people =
        accounts.findPersons(
            entries.stream().map(HistoryEntry::actor).filter(Objects::nonNull).distinct().toList());
    var formats = new Formats(language);
    var told = new ArrayList<TimelineEntry>();
    for (var entry : entries.reversed()) {
      var person = entry.actor() == null ? null : people.get(entry.actor());
      // Who asked is nobody's business but where he gave his name himself.
      var who = person == null || entry.event() == Event.ASKED ? null : person.name();
      told.add(
          new TimelineEntry(
              messages.text(
                  language,
                  "catalogue.answering.event." + entry.event(),
                  agencyName(entry.agency())),
              formats.dateTime(entry.at()),
              who,
              entry.note(),
              State.DONE));
    }
    return told;
  }

  /** Central agencies, provinces' committees, and what stands right below the officer's own. */
  private List<Choice> agencies(DeskOfficer officer, Question question) {
    var highest =
        organisation.listAgencies(null, null, Integer.MAX_VALUE).agencies().stream()
            .filter(
                agency ->
                    agency.kind() == AgencyKind.CENTRAL
                        || agency.kind() == AgencyKind.PROVINCE_COMMITTEE);
    var own =
        officer.desks().stream()
            .flatMap(
                desk ->
                    organisation.listAgencies(desk, null, Integer.MAX_VALUE).agencies().stream())
            .filter(agency -> agency.kind() == AgencyKind.DEPARTMENT);
    return Stream.concat(own, highest)
        .filter(agency -> !agency.id().equals(question.agency()))
        .distinct()
        .map(agency -> new Choice(agency.id().value(), agency.name()))
        .toList();
  }

  String name(@Nullable AccountId account, Language language) {
    return Optional.ofNullable(account)
        .flatMap(accounts::findPerson)
        .map(Person::name)
        .orElseGet(() -> messages.text(language, "catalogue.answering.portal"));
  }

  private String agencyName(AgencyId id) {
    return organisation.findAgency(id).map(Agency::name).orElse(id.value());
  }
}
