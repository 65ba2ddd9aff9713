package org.motcua.identity.profile;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.model.Account;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a change of an account down and tells it at once where its holder could be reached before,
 * with a link that takes it back: if it was a thief, the holder still has his old phone.
 */
@Component
class RecordChange {

  private static final Duration STOPPABLE = Duration.ofHours(72);

  private final Changes changes;
  private final TellHolder tell;
  private final AuditTrail audit;
  private final Clock clock;
  private final String portal;

  RecordChange(
      Changes changes,
      TellHolder tell,
      AuditTrail audit,
      Clock clock,
      @Value("${motcua.public-url}") String portal) {
    this.changes = changes;
    this.tell = tell;
    this.audit = audit;
    this.clock = clock;
    this.portal = portal;
  }

  /**
   * @param account as it was before
   * @param action as the audit trail calls it, without its module
   * @param told what the key of the notice ends with
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void record(
      String actor,
      Account account,
      String action,
      String told,
      ChangeKind kind,
      @Nullable String before,
      @Nullable String after,
      boolean byPhoneAlone) {
    var now = clock.instant();
    var token = SecretLink.fresh();
    changes.add(
        new Change(NewId.next(), account.id(), kind, before, after, now, now.plus(STOPPABLE), null),
        byPhoneAlone,
        token);
    audit.record(actor, "identity." + action, "account", account.id().toString(), Map.of());
    tell.everywhere(account, "identity.told." + told, portal + "/not-me/" + token);
  }
}
