package org.motcua.connect.signingon;

import org.motcua.connect.keys.IdTokens;
import org.motcua.connect.keys.PairwiseSubjects;
import org.motcua.connect.model.Client;
import org.motcua.identity.AccountId;
import org.springframework.stereotype.Component;

/** Whom a client means by an ID token of ours ({@code id_token_hint}). */
@Component
class HintedPerson {

  private final IdTokens idTokens;
  private final PairwiseSubjects subjects;

  HintedPerson(IdTokens idTokens, PairwiseSubjects subjects) {
    this.idTokens = idTokens;
    this.subjects = subjects;
  }

  boolean is(AccountId account, String hint, Client client) {
    return idTokens
        .read(hint)
        .filter(token -> token.getAudience().contains(client.id().value()))
        .filter(token -> subjects.of(account, client.agency()).equals(token.getSubject()))
        .isPresent();
  }
}
