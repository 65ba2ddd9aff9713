package org.motcua.dossiers.filling;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.motcua.dossiers.PrefillSource;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Facts;
import org.motcua.forms.Known;
import org.motcua.forms.Question;
import org.motcua.forms.Source;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/**
 * What somebody has answered in an application before: the same question of the same service, or
 * one of another service that names the same fact. The last one counts.
 */
@Component
class EarlierAnswers implements PrefillSource {

  /** Who has filed more since hardly wants what he wrote before. */
  private static final int LOOKED_AT = 30;

  private final OwnDossiers own;
  private final OnlineServices services;

  EarlierAnswers(OwnDossiers own, OnlineServices services) {
    this.own = own;
    this.services = services;
  }

  @Override
  public boolean tells(String fact) {
    return fact.startsWith(Facts.EARLIER);
  }

  @Override
  public Map<String, Known> factsOf(
      AccountId applicant, CurrentUser user, OnlineService service, Set<String> facts) {
    if (!user.id().equals(applicant)) return Map.of();
    var earlier =
        own.list(user, null, LOOKED_AT).stream()
            .filter(dossier -> !dossier.status().draft())
            .toList();
    var known = new HashMap<String, Known>();
    for (var fact : facts) {
      last(earlier, service, fact.substring(Facts.EARLIER.length()))
          .ifPresent(found -> known.put(fact, found));
    }
    return known;
  }

  private Optional<Known> last(List<Dossier> earlier, OnlineService service, String name) {
    return earlier.stream().flatMap(dossier -> answer(dossier, service, name).stream()).findFirst();
  }

  private Optional<Known> answer(Dossier dossier, OnlineService service, String name) {
    var question =
        dossier.service().slug().equals(service.slug()) && dossier.answers().has(name)
            ? Optional.of(name)
            : questionOf(dossier, name);
    return question
        .flatMap(id -> dossier.answers().find(id))
        .map(value -> new Known(value, source(dossier), false));
  }

  /** The question that this fact is the answer to, in that dossier's service. */
  private Optional<String> questionOf(Dossier dossier, String fact) {
    return services
        .get(dossier.service().slug(), dossier.service().version())
        .form()
        .questions()
        .stream()
        .filter(question -> fact.equals(question.fact()))
        .map(Question::id)
        .filter(dossier.answers()::has)
        .findFirst();
  }

  private static Source source(Dossier dossier) {
    Instant submittedAt = Objects.requireNonNull(dossier.term().submittedAt());
    return new Source(Source.Kind.EARLIER, submittedAt.atZone(CountryTime.ZONE).toLocalDate());
  }
}
