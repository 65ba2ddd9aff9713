package org.motcua.dossiers.tracking;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.sharing.Joining;
import org.motcua.dossiers.signing.AskedToSign;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.TagColour;
import org.springframework.stereotype.Component;

/** Others' dossiers that wait for somebody: to be signed, to be filled in together. */
@Component
class SharedWithMe {

  private final Joining joining;
  private final AskedToSign asked;
  private final OnlineServices services;
  private final Messages messages;

  SharedWithMe(Joining joining, AskedToSign asked, OnlineServices services, Messages messages) {
    this.joining = joining;
    this.asked = asked;
    this.services = services;
    this.messages = messages;
  }

  List<SharedRow> list(CurrentUser user, Language language) {
    var toSign =
        asked.list(user).stream()
            .map(dossier -> row(dossier, "/signature", "sign", TagColour.GOLD, null, language));
    var toFill = joining.list(user).stream().map(each -> row(each, language));
    return Stream.concat(toSign, toFill).toList();
  }

  private SharedRow row(Joining.Invitation each, Language language) {
    var waits = each.participation().account() == null;
    return row(
        each.dossier(),
        "",
        waits ? "invited" : "joined",
        waits ? TagColour.GOLD : TagColour.BLUE,
        each.participation().until(),
        language);
  }

  private SharedRow row(
      Dossier dossier,
      String below,
      String status,
      TagColour colour,
      @Nullable Instant until,
      Language language) {
    return new SharedRow(
        "/my/dossiers/" + dossier.id() + below,
        services.get(dossier.service().slug(), dossier.service().version()).name().in(language),
        dossier.applicant().name(),
        messages.text(language, "dossiers.sharing.row." + status),
        colour,
        until == null ? null : new Formats(language).date(until.minusSeconds(1)));
  }
}
