package org.motcua.dossiers.submitting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.access.Changeable;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.CarriedOver;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.paying.FirstPayment;
import org.motcua.eservices.Collecting;
import org.motcua.eservices.FeeLine;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.Paper;
import org.motcua.forms.Summary;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.FieldError;

/**
 * All that is about to be handed in.
 *
 * @param first what is to be paid online before it is handed in; null: nothing
 * @param receiver the agency that it goes to; none while the answers do not tell
 * @param timeLimit the time limit as the law words it
 * @param signers who has to sign besides the applicant, and who has
 * @param carried if it was begun under an earlier version of the service
 * @param changeable what may be changed
 * @param points what an officer asked to add, when this is the answer to such a request
 */
public record ReviewView(
    Dossier dossier,
    OnlineService service,
    Language language,
    Summary summary,
    List<Paper> papers,
    List<FeeLine> fees,
    @Nullable FirstPayment first,
    @Nullable String receiver,
    String timeLimit,
    List<SignerRow> signers,
    List<AdditionRequest.Point> points,
    Changeable changeable,
    @Nullable CarriedOver carried,
    List<FieldError> errors) {

  /** Whether somebody waits for being asked to sign. */
  public boolean asksToSign() {
    return signers.stream().anyMatch(SignerRow::toBeAsked);
  }

  public boolean answersRequest() {
    return !dossier.status().draft();
  }

  public String title() {
    return service.name().in(language);
  }

  /** When the fee is to be paid at the earliest, as a message ends. */
  public String payment() {
    if (fees.stream().anyMatch(fee -> fee.dueBy(Collecting.When.BEFORE_SUBMISSION))) {
      return first == null ? "paid_after" : "paid_before";
    }
    return fees.stream().anyMatch(fee -> fee.dueBy(Collecting.When.ON_ACCEPTANCE))
        ? "paid_on_acceptance"
        : "at_counter";
  }

  public long total() {
    return fees.stream().mapToLong(FeeLine::dong).sum();
  }
}
