package org.motcua.dossiers.paying;

import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.payments.PaymentSummary;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** From a dossier to where its fees are paid: also when what was asked for has expired. */
@Controller
class PayFeesController {

  private final OwnDossiers own;
  private final FeePayments payments;
  private final TransactionTemplate transaction;

  PayFeesController(OwnDossiers own, FeePayments payments, TransactionTemplate transaction) {
    this.own = own;
    this.payments = payments;
    this.transaction = transaction;
  }

  @PostMapping("/my/dossiers/{id}/payment")
  String pay(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var dossier =
        own.find(new DossierId(id), user, Power.PAY)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!FeePayments.isDue(dossier)) return "redirect:/my/dossiers/" + id;
    return transaction
        .execute(status -> payments.open(dossier.id()).or(() -> payments.askAll(dossier)))
        .map(PaymentSummary::page)
        .map("redirect:"::concat)
        .orElse("redirect:/my/dossiers/" + id);
  }
}
