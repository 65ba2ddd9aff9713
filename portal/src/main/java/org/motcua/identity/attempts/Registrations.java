package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.NewAccount;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Accounts to be, sealed until their phone is confirmed in the browser that asks for them. */
@Component
public class Registrations {

  private final BrowserAttempts attempts;
  private final Vault vault;
  private final JsonMapper json;

  Registrations(BrowserAttempts attempts, Vault vault, JsonMapper json) {
    this.attempts = attempts;
    this.vault = vault;
    this.json = json;
  }

  /** Whoever goes back and mends his form keeps the code that is on its way. */
  @Transactional
  public void keep(NewAccount account, HttpServletRequest request, HttpServletResponse response) {
    var hidden = vault.seal(json.writeValueAsBytes(account));
    var earlier = attempts.findForUpdate(request).filter(Attempt::registers);
    if (earlier.isPresent()) {
      attempts.save(Attempt.registering(earlier.get().key(), hidden));
    } else {
      attempts.add(key -> Attempt.registering(key, hidden), request, response);
    }
  }

  /** The account to be, and nobody else's click meanwhile; empty where there is none. */
  public Optional<NewAccount> findForUpdate(HttpServletRequest request) {
    return attempts
        .findForUpdate(request)
        .flatMap(attempt -> Optional.ofNullable(attempt.registration()))
        .map(hidden -> json.readValue(vault.open(hidden), NewAccount.class));
  }

  public boolean isKept(HttpServletRequest request) {
    return attempts.find(request).filter(Attempt::registers).isPresent();
  }

  /** The account is there; from here on registering is signing in. */
  public void became(AccountId account, HttpServletRequest request) {
    attempts.findForUpdate(request).ifPresent(attempt -> attempts.save(attempt.of(account)));
  }
}
