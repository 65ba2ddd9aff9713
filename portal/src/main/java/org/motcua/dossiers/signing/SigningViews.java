package org.motcua.dossiers.signing;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.signing.SigningView.PaperFiles;
import org.motcua.dossiers.signing.SigningView.ToSign;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.FieldError;
import org.springframework.stereotype.Component;

/** Puts together what a signer reads: all of the application while it is his to sign. */
@Component
class SigningViews {

  private final SignedContent content;
  private final OnlineServices services;
  private final Forms forms;
  private final Clock clock;

  SigningViews(SignedContent content, OnlineServices services, Forms forms, Clock clock) {
    this.content = content;
    this.services = services;
    this.forms = forms;
    this.clock = clock;
  }

  SigningView of(
      Dossier dossier, Signing signing, String why, List<FieldError> errors, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var context = FillingContext.now(clock, language);
    var contentNow = content.of(dossier, context.today());
    var stands = signing.standsFor(contentNow);
    var signature = signing.signature();
    var role =
        service.signers().stream()
            .filter(signer -> signer.id().equals(signing.signer()))
            .map(signer -> signer.title().in(language))
            .findFirst()
            .orElse("");
    return new SigningView(
        dossier,
        service.name().in(language),
        role,
        stands && signature != null ? signature.at() : null,
        signing.refusal(),
        stands && signing.unanswered() && dossier.open()
            ? toSign(dossier, service, contentNow, context)
            : null,
        why,
        errors);
  }

  /** Whether this is his to read now: asked to sign it as it stands, and not yet answered. */
  boolean readable(Dossier dossier, Signing signing) {
    var today = FillingContext.now(clock, Language.VIETNAMESE).today();
    return dossier.open() && signing.unanswered() && signing.standsFor(content.of(dossier, today));
  }

  private ToSign toSign(
      Dossier dossier, OnlineService service, byte[] contentNow, FillingContext context) {
    var situation = service.form().situation(dossier.answers(), context.today());
    return new ToSign(
        forms.summary(service.form(), dossier.answers(), context),
        service.papersIn(situation).stream()
            .map(
                paper ->
                    new PaperFiles(
                        paper.name().in(context.language()), dossier.attachmentsOf(paper.id())))
            .toList(),
        service.declaration().in(context.language()),
        HexFormat.of().formatHex(contentNow));
  }
}
