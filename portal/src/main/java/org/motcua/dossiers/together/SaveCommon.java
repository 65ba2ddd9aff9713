package org.motcua.dossiers.together;

import java.time.Clock;
import java.util.List;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.eservices.ServicePackage;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;
import org.motcua.forms.PageOutcome.MoreToAsk;
import org.motcua.forms.Prefill;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Keeps a page of the common questions as it was sent, and puts it into every part. */
@Service
class SaveCommon {

  private final OwnBundles own;
  private final BundleStore bundles;
  private final CommonAnswers common;
  private final Forms forms;
  private final Clock clock;

  SaveCommon(OwnBundles own, BundleStore bundles, CommonAnswers common, Forms forms, Clock clock) {
    this.own = own;
    this.bundles = bundles;
    this.common = common;
    this.forms = forms;
    this.clock = clock;
  }

  sealed interface Outcome {

    record Saved(Bundle bundle, ServicePackage packaged, FormPage page) implements Outcome {}

    /** Kept, but something is wrong with it, or more is asked. */
    record ShowAgain(Bundle bundle, ServicePackage packaged, FormPage page, List<Fault> faults)
        implements Outcome {}

    /** It is handed in, or is offered no longer. */
    record Closed() implements Outcome {}

    record NoSuchPage() implements Outcome {}
  }

  @Transactional
  Outcome save(
      BundleId id,
      CurrentUser user,
      String pageId,
      MultiValueMap<String, String> submitted,
      Prefill known,
      FillingContext context) {
    var found = own.findForUpdate(id, user, Power.FILE);
    if (found.isEmpty()) return new Outcome.NoSuchPage();
    var bundle = found.get();
    var packaged = own.packageOf(bundle);
    if (bundle.sent() || packaged.isEmpty()) return new Outcome.Closed();
    var form = packaged.get().form();
    var page = form.findPage(pageId);
    if (page.isEmpty()) return new Outcome.NoSuchPage();
    return switch (forms.check(form, page.get(), submitted, bundle.answers(), known, context)) {
      case Accepted(Answers answers) ->
          new Outcome.Saved(
              keep(bundle, packaged.get(), answers, user), packaged.get(), page.get());
      case Faulty(Answers answers, var faults) ->
          new Outcome.ShowAgain(
              keep(bundle, packaged.get(), answers, user), packaged.get(), page.get(), faults);
      case MoreToAsk(Answers answers) ->
          new Outcome.ShowAgain(
              keep(bundle, packaged.get(), answers, user), packaged.get(), page.get(), List.of());
    };
  }

  private Bundle keep(Bundle bundle, ServicePackage packaged, Answers answers, CurrentUser user) {
    var now = clock.instant();
    bundles.answer(bundle.id(), answers, now);
    var kept =
        new Bundle(
            bundle.id(), bundle.applicant(), bundle.packaged(), answers, bundle.parts(), now, null);
    common.spread(kept, packaged, user);
    return kept;
  }
}
