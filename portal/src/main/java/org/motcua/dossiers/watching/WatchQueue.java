package org.motcua.dossiers.watching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells how an agency's queue goes. Each node counts once a minute at most, however many watch; and
 * who looks every second does not see who has just been at the counter.
 */
@Component
class WatchQueue {

  private static final int REMEMBERED = 5_000;

  private final Cache<AgencyId, QueueFigures> counted;
  private final QueueReader reader;
  private final Organisation organisation;
  private final OnlineServices services;
  private final Messages messages;
  private final Clock clock;

  WatchQueue(
      QueueReader reader,
      Organisation organisation,
      OnlineServices services,
      Messages messages,
      Clock clock,
      @Value("${motcua.dossiers.queue-counted-every}") Duration every) {
    this.reader = reader;
    this.organisation = organisation;
    this.services = services;
    this.messages = messages;
    this.clock = clock;
    this.counted = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(every).build();
  }

  /** Empty for a code that is no agency's, or was none. */
  Optional<QueueView> of(String code, Language language) {
    return AgencyId.parse(code)
        .flatMap(organisation::findAgency)
        .map(agency -> view(agency, language));
  }

  private QueueView view(Agency agency, Language language) {
    var figures = counted.get(agency.id(), id -> reader.read(id, clock.instant()));
    var states = states(figures, language);
    var many = figures.services().stream().filter(each -> each.answered() >= Told.SMALL).toList();
    return new QueueView(
        agency.id().value(),
        agency.name(),
        figures.at(),
        Told.of(figures.today()),
        Told.of(figures.week()),
        Told.of(figures.month()),
        Told.sum(states.stream().map(QueueView.State::count).toList()),
        states,
        Told.of(figures.overdue()),
        Told.of(figures.onTime()),
        Told.of(figures.late()),
        many.stream().map(each -> service(each, language)).toList(),
        many.size() < figures.services().size(),
        figures.weeks().stream().map(WatchQueue::week).toList());
  }

  private List<QueueView.State> states(QueueFigures figures, Language language) {
    return figures.open().entrySet().stream()
        .map(
            each ->
                new QueueView.State(
                    each.getKey().national(),
                    name(each.getKey(), language),
                    Told.of(each.getValue())))
        .toList();
  }

  private String name(DossierStatus status, Language language) {
    return messages.text(language, "dossiers.status." + status.name().toLowerCase(Locale.ROOT));
  }

  private QueueView.Service service(QueueFigures.ServiceFigures each, Language language) {
    var name =
        ServiceSlug.parse(each.service())
            .flatMap(services::find)
            .map(service -> service.name().in(language))
            .orElse(each.service());
    return new QueueView.Service(
        each.service(), name, each.median().toHours(), each.promised().toHours());
  }

  private static QueueView.Week week(QueueFigures.Week week) {
    return new QueueView.Week(
        week.monday(), Told.rounded(week.received()), Told.rounded(week.answered()));
  }
}
