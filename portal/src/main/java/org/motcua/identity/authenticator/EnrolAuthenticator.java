package org.motcua.identity.authenticator;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.changes.AccountChanges;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an app on the account, gives new recovery codes, takes the app off again. */
@Service
class EnrolAuthenticator {

  private final Enrolments enrolments;
  private final AuthenticatorApps apps;
  private final RecoveryCodes recoveryCodes;
  private final TimeCodes codes;
  private final AccountChanges changes;
  private final Vault vault;
  private final Clock clock;

  EnrolAuthenticator(
      Enrolments enrolments,
      AuthenticatorApps apps,
      RecoveryCodes recoveryCodes,
      TimeCodes codes,
      AccountChanges changes,
      Vault vault,
      Clock clock) {
    this.enrolments = enrolments;
    this.apps = apps;
    this.recoveryCodes = recoveryCodes;
    this.codes = codes;
    this.changes = changes;
    this.vault = vault;
    this.clock = clock;
  }

  /** Every answer to the code that shows the secret to be in the app. */
  sealed interface Confirmed {
    record Enrolled(List<String> recoveryCodes) implements Confirmed {}

    record Wrong() implements Confirmed {}

    /** Confirmed already, or begun too long ago. */
    record NothingBegun() implements Confirmed {}
  }

  @Transactional
  Confirmed confirm(CurrentUser user, String typed) {
    return enrolments
        .findForUpdate(user.id())
        .map(secret -> confirm(user, secret, typed))
        .orElseGet(Confirmed.NothingBegun::new);
  }

  private Confirmed confirm(CurrentUser user, Secret secret, String typed) {
    var step = codes.stepOf(typed, secret, 0);
    if (step.isEmpty()) return new Confirmed.Wrong();
    apps.put(user.id(), vault.seal(secret.bytes()), step.getAsLong(), clock.instant());
    enrolments.end(user.id());
    var fresh = recoveryCodes.replace(user.id());
    record(user, "identity.authenticator-added", "identity.authenticator.sms.added");
    return new Confirmed.Enrolled(fresh);
  }

  /** Empty for one without an app, who has no use for them. */
  @Transactional
  List<String> newRecoveryCodes(CurrentUser user) {
    if (apps.findForUpdate(user.id()).isEmpty()) return List.of();
    var fresh = recoveryCodes.replace(user.id());
    record(user, "identity.recovery-codes-made", "identity.authenticator.sms.newCodes");
    return fresh;
  }

  /** Removed twice is removed once. */
  @Transactional
  void remove(CurrentUser user) {
    enrolments.end(user.id());
    recoveryCodes.removeAll(user.id());
    if (!apps.remove(user.id())) return;
    record(user, "identity.authenticator-removed", "identity.authenticator.sms.removed");
  }

  private void record(CurrentUser user, String action, String sms) {
    changes.record(user.actor(), user.id(), action, Map.of(), sms);
  }
}
