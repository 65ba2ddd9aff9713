package org.motcua.identity.authenticator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.motcua.identity.AccountId;
import org.motcua.identity.changes.AccountChanges;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks a code of the app, or a recovery code in its place. */
@Service
class ProveAuthenticator {

  private static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final AuthenticatorApps apps;
  private final RecoveryCodes recoveryCodes;
  private final TimeCodes codes;
  private final AccountChanges changes;
  private final Vault vault;
  private final Clock clock;

  ProveAuthenticator(
      AuthenticatorApps apps,
      RecoveryCodes recoveryCodes,
      TimeCodes codes,
      AccountChanges changes,
      Vault vault,
      Clock clock) {
    this.apps = apps;
    this.recoveryCodes = recoveryCodes;
    this.codes = codes;
    this.changes = changes;
    this.vault = vault;
    this.clock = clock;
  }

  sealed interface Proof {
    record Proven() implements Proof {}

    record Wrong(int triesLeft) implements Proof {}

    record Paused(Instant until) implements Proof {}

    record NoApp() implements Proof {}
  }

  @Transactional
  Proof prove(AccountId account, String digits) {
    return apps.findForUpdate(account)
        .map(app -> prove(account, app, digits))
        .orElseGet(Proof.NoApp::new);
  }

  private Proof prove(AccountId account, AuthenticatorApp app, String digits) {
    var now = clock.instant();
    var pausedUntil = app.pausedUntil();
    if (pausedUntil != null && now.isBefore(pausedUntil)) return new Proof.Paused(pausedUntil);
    return RecoveryCodes.isOne(digits)
        ? proveByRecoveryCode(account, app, digits, now)
        : proveByApp(account, app, digits, now);
  }

  private Proof proveByApp(AccountId account, AuthenticatorApp app, String digits, Instant now) {
    var secret = new Secret(vault.open(app.sealedSecret()));
    var step = codes.stepOf(digits, secret, app.lastStep());
    if (step.isEmpty()) return countWrong(account, app, now);
    apps.used(account, step.getAsLong(), now);
    return new Proof.Proven();
  }

  private Proof proveByRecoveryCode(
      AccountId account, AuthenticatorApp app, String digits, Instant now) {
    if (!recoveryCodes.use(account, digits)) return countWrong(account, app, now);
    apps.used(account, app.lastStep(), now);
    changes.record(
        "account:" + account,
        account,
        "identity.recovery-code-used",
        Map.of(),
        "identity.authenticator.sms.codeUsed",
        recoveryCodes.left(account));
    return new Proof.Proven();
  }

  private Proof countWrong(AccountId account, AuthenticatorApp app, Instant now) {
    var pauseIsOver = app.pausedUntil() != null;
    var failures = (pauseIsOver ? 0 : app.failures()) + 1;
    var pause = failures < TRIES ? null : now.plus(PAUSE);
    apps.failed(account, failures, pause);
    return pause == null ? new Proof.Wrong(TRIES - failures) : new Proof.Paused(pause);
  }
}
