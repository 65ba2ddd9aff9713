package org.motcua.identity.officers;

import org.motcua.identity.AccountId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions lie in the database under the account's id, so they end on all nodes together. */
@Component
class OfficersSessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  OfficersSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  void end(AccountId account) {
    sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
  }
}
