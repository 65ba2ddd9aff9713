package org.motcua.dossiers.papers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.identity.AccountId;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Power;
import org.motcua.identity.PowerNeeded;
import org.motcua.identity.Representation;
import org.springframework.stereotype.Component;

/**
 * The one gate to a store. Whoever acts for its owner needs a mandate for everything, since a store
 * knows no procedure; members of an enterprise and parents have no more to ask, and to anybody else
 * the owner must have opened it besides. Officers who file at a counter never see one.
 */
@Component
public class OwnPapers {

  static final String OPENED = "papers";

  private final KeptPaperStore papers;
  private final Representation representation;
  private final Consents consents;

  OwnPapers(KeptPaperStore papers, Representation representation, Consents consents) {
    this.papers = papers;
    this.representation = representation;
    this.consents = consents;
  }

  /** Whether a link to the store is worth showing. */
  public boolean may(CurrentUser user, Power power) {
    return user.acting() == null
        || representation
            .mandateOf(user)
            .filter(mandate -> mandate.scope() instanceof MandateScope.All)
            .filter(mandate -> mandate.gives(power))
            .filter(this::isOpenTo)
            .isPresent();
  }

  /**
   * @throws PowerNeeded when the mandate does not reach into the store
   */
  public void require(CurrentUser user, Power power) {
    if (!may(user, power)) throw new PowerNeeded(power);
  }

  /**
   * @throws PowerNeeded when the mandate does not reach into the store
   */
  public Optional<KeptPaper> find(KeptPaperId id, CurrentUser user, Power power) {
    require(user, power);
    return papers.find(id, user.id());
  }

  /** Locked until the transaction ends. */
  public Optional<KeptPaper> findForUpdate(KeptPaperId id, CurrentUser user, Power power) {
    require(user, power);
    return papers.findForUpdate(id, user.id());
  }

  List<KeptPaper> list(CurrentUser user, @Nullable KeptPaperId before, int limit) {
    require(user, Power.SEE);
    return papers.list(user.id(), before, limit);
  }

  private boolean isOpenTo(Mandate mandate) {
    return switch (mandate.kind()) {
      case MEMBER, CHILD -> true;
      case DELEGATION ->
          consents.stands(mandate.represented(), OPENED, recipient(mandate.holder()));
      case COUNTER -> false;
    };
  }

  static String recipient(AccountId holder) {
    return "account:" + holder;
  }
}
