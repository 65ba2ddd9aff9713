package org.motcua.dossiers.handling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.handling.DossierView.Colleague;
import org.motcua.dossiers.handling.QueueAsked.DueSpan;
import org.motcua.dossiers.handling.QueueView.Filters;
import org.motcua.dossiers.handling.Urgency.Moments;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.QueueCount;
import org.motcua.dossiers.model.QueueFilter;
import org.motcua.dossiers.model.QueueRow;
import org.motcua.dossiers.model.Transitions;
import org.motcua.dossiers.model.Transitions.Doer;
import org.motcua.dossiers.model.Transitions.Transition;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Role;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.NavLink;
import org.springframework.stereotype.Component;

/** Puts together the desk's lists. */
@Component
class QueueViews {

  /** Who may have a dossier in hand. */
  private static final Set<Role> IN_HAND = Set.of(Role.SPECIALIST, Role.HEAD, Role.LEADER);

  private final DeskFrames frames;
  private final OnlineServices services;
  private final Accounts accounts;
  private final AssignDossier assigning;
  private final WorkingCalendar calendar;
  private final Messages messages;
  private final Clock clock;

  QueueViews(
      DeskFrames frames,
      OnlineServices services,
      Accounts accounts,
      AssignDossier assigning,
      WorkingCalendar calendar,
      Messages messages,
      Clock clock) {
    this.frames = frames;
    this.services = services;
    this.accounts = accounts;
    this.assigning = assigning;
    this.calendar = calendar;
    this.messages = messages;
    this.clock = clock;
  }

  /** By what a list of this agency tells now what is urgent. */
  Moments moments(AgencyId agency) {
    var now = clock.instant();
    var tomorrow = now.atZone(CountryTime.ZONE).toLocalDate().plusDays(1);
    return new Moments(
        now,
        tomorrow.atStartOfDay(CountryTime.ZONE).toInstant(),
        calendar.dueAt(now, WorkingTime.days(1), agency).dueAt());
  }

  QueueView queue(
      DeskOfficer officer,
      CurrentUser user,
      QueueAsked asked,
      QueueFilter part,
      List<QueueRow> rows,
      @Nullable String next,
      List<QueueCount> counts,
      Language language) {
    return view(
        officer,
        user,
        parts(officer, part, counts, language),
        filters(officer, asked, part, counts, language),
        rows,
        next,
        language);
  }

  QueueView closed(
      DeskOfficer officer,
      CurrentUser user,
      List<QueueRow> rows,
      @Nullable String next,
      List<QueueCount> counts,
      Language language) {
    var parts = parts(officer, null, counts, language);
    return view(officer, user, parts, null, rows, next, language);
  }

  /** What a search has found. */
  QueueView found(DeskOfficer officer, CurrentUser user, List<QueueRow> rows, Language language) {
    return view(officer, user, List.of(), null, rows, null, language);
  }

  private QueueView view(
      DeskOfficer officer,
      CurrentUser user,
      List<NavLink> parts,
      @Nullable Filters filters,
      List<QueueRow> rows,
      @Nullable String next,
      Language language) {
    var names = namesOf(rows);
    var moments = moments(officer.agency());
    return new QueueView(
        frames.of(officer, user, language),
        parts,
        filters,
        rows.stream().map(row -> row(officer, row, names, moments, language)).toList(),
        rows.stream().map(row -> row.id().toString()).collect(Collectors.joining(" ")),
        officer.hasOneOf(rolesFor(DossierStatus.REGISTERED, Act.ACCEPT)),
        assigns(officer) ? assigning.colleagues(officer.agency()) : List.of(),
        next);
  }

  private static boolean assigns(DeskOfficer officer) {
    return officer.hasOneOf(rolesFor(DossierStatus.ACCEPTED, Act.ASSIGN));
  }

  private static Set<Role> rolesFor(DossierStatus status, Act act) {
    return Transitions.find(status, act)
        .map(Transition::by)
        .map(by -> by instanceof Doer.Officer(Set<Role> roles) ? roles : Set.<Role>of())
        .orElse(Set.of());
  }

  private QueueView.Row row(
      DeskOfficer officer,
      QueueRow row,
      Map<OfficerId, String> names,
      Moments moments,
      Language language) {
    var urgency = Urgency.of(row, moments);
    var handler = row.handler();
    return new QueueView.Row(
        row.id().toString(),
        row.code().value(),
        row.applicant(),
        services.get(row.service(), row.version()).name().in(language),
        row.status(),
        urgency,
        switch (urgency) {
          case ANSWER, ANSWER_LATE -> row.answerBy();
          case READY -> row.finishedAt();
          case WAITING -> null;
          case LATE, TODAY, SOON -> row.dueAt();
          case NONE -> row.status().clockRuns() ? row.dueAt() : row.finishedAt();
        },
        handler != null && handler.equals(officer.id()),
        handler == null ? null : names.getOrDefault(handler, ""));
  }

  /** One query for the names of all who have something in hand on this page. */
  private Map<OfficerId, String> namesOf(List<QueueRow> rows) {
    var ids =
        rows.stream()
            .map(QueueRow::handler)
            .filter(Objects::nonNull)
            .map(handler -> new AccountId(handler.value()))
            .collect(Collectors.toSet());
    if (ids.isEmpty()) return Map.of();
    return accounts.findPersons(ids).values().stream()
        .collect(Collectors.toMap(each -> new OfficerId(each.id().value()), Person::name));
  }

  private List<NavLink> parts(
      DeskOfficer officer,
      @Nullable QueueFilter shown,
      List<QueueCount> counts,
      Language language) {
    var links = new ArrayList<NavLink>();
    for (var part : partsOf(officer)) {
      links.add(
          new NavLink(
              messages.text(language, key("dossiers.queue.", part)),
              "/desk?show=" + part,
              part == shown,
              count(part, counts)));
    }
    links.add(
        new NavLink(
            messages.text(language, "dossiers.queue.closed"), "/desk/closed", shown == null));
    return links;
  }

  /** Those in which he could see anything. */
  static List<QueueFilter> partsOf(DeskOfficer officer) {
    var visible = officer.visible();
    return Arrays.stream(QueueFilter.values())
        .filter(
            part ->
                part == QueueFilter.MINE
                    ? officer.hasOneOf(IN_HAND)
                    : part.statuses().stream()
                        .anyMatch(
                            status ->
                                visible.always().contains(status)
                                    || visible.onceAccepted().contains(status)))
        .toList();
  }

  private static long count(QueueFilter part, List<QueueCount> counts) {
    return counts.stream()
        .filter(count -> part.statuses().contains(count.status()))
        .filter(count -> part != QueueFilter.MINE || count.mine())
        .mapToLong(QueueCount::dossiers)
        .sum();
  }

  private Filters filters(
      DeskOfficer officer,
      QueueAsked asked,
      QueueFilter part,
      List<QueueCount> counts,
      Language language) {
    return new Filters(
        part.name(),
        asked.service(),
        services(counts, language),
        name(asked.status()),
        words("dossiers.status.", statuses(officer, part), language),
        asked.handler(),
        part == QueueFilter.MINE ? List.of() : handlers(officer, language),
        name(asked.due()),
        words("dossiers.queue.due.", List.of(DueSpan.values()), language),
        name(asked.delivery()),
        words("dossiers.queue.delivery.", List.of(Delivery.values()), language),
        asked.pageSize(),
        asked.narrowed());
  }

  private List<Choice> services(List<QueueCount> counts, Language language) {
    return counts.stream()
        .map(QueueCount::service)
        .distinct()
        .map(slug -> new Choice(slug.value(), nameOf(slug, language)))
        .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
        .toList();
  }

  private String nameOf(ServiceSlug slug, Language language) {
    return services.find(slug).map(service -> service.name().in(language)).orElse(slug.value());
  }

  private static List<DossierStatus> statuses(DeskOfficer officer, QueueFilter part) {
    var visible = officer.visible();
    return part.statuses().stream()
        .filter(
            status -> visible.always().contains(status) || visible.onceAccepted().contains(status))
        .toList();
  }

  private List<Choice> handlers(DeskOfficer officer, Language language) {
    if (!officer.hasOneOf(IN_HAND)) return List.of();
    var himself =
        Stream.of(
            new Choice(QueueAsked.ME, messages.text(language, "dossiers.queue.handler.me")),
            new Choice(
                QueueAsked.NOBODY, messages.text(language, "dossiers.queue.handler.nobody")));
    var others =
        assigning.colleagues(officer.agency()).stream()
            .filter(each -> !each.id().equals(officer.id()))
            .map(QueueViews::choice);
    return Stream.concat(himself, others).toList();
  }

  private static Choice choice(Colleague colleague) {
    return new Choice(colleague.id().toString(), colleague.name());
  }

  private List<Choice> words(String keys, List<? extends Enum<?>> values, Language language) {
    return values.stream()
        .map(value -> new Choice(value.name(), messages.text(language, key(keys, value))))
        .toList();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static String key(String prefix, Enum<?> value) {
    return prefix + value.name().toLowerCase(Locale.ROOT);
  }
}
