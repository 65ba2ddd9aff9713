package org.motcua.dossiers.telling;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Words what others were asked, and what they answered. */
@Component
public class EntrustedViews {

  private final EntrustedStore entrusted;
  private final Organisation organisation;
  private final Messages messages;
  private final Clock clock;

  EntrustedViews(
      EntrustedStore entrusted, Organisation organisation, Messages messages, Clock clock) {
    this.entrusted = entrusted;
    this.organisation = organisation;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * @param withdrawable which of them the one who reads may take back
   */
  public List<EntrustedView> of(
      DossierId dossier, Predicate<Entrusted> withdrawable, Language language) {
    return entrusted.listOf(dossier).stream()
        .map(part -> of(part, withdrawable.test(part), language))
        .toList();
  }

  public EntrustedView of(Entrusted part, boolean withdrawable, Language language) {
    var ending = part.ending();
    return new EntrustedView(
        part,
        nameOf(part.agency()),
        nameOf(part.asker().agency()),
        messages.text(language, "dossiers.role." + lower(part.role())),
        messages.text(language, "dossiers.entrusted.state." + lower(part.state())),
        part.late(clock.instant()),
        ending == null || ending.verdict() == null
            ? null
            : verdict(part.kind(), ending.verdict(), language),
        withdrawable && part.waiting());
  }

  public String verdict(Entrusted.Kind kind, Entrusted.Verdict verdict, Language language) {
    return messages.text(
        language, "dossiers.entrusted.verdict." + lower(kind) + "." + lower(verdict));
  }

  public String nameOf(AgencyId agency) {
    return organisation.findAgency(agency).map(Agency::name).orElse(agency.value());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
