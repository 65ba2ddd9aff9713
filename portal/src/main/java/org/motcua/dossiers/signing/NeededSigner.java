package org.motcua.dossiers.signing;

import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Signing;
import org.motcua.forms.Words;
import org.motcua.identity.AccountId;

/**
 * Somebody who has to sign an application as it stands, and how far that is.
 *
 * @param id which of the signers that the service names
 * @param number as it was answered
 * @param name as it was answered, where it is asked
 * @param signing the latest time he was asked
 */
public record NeededSigner(
    String id,
    Words title,
    String number,
    @Nullable String name,
    State state,
    @Nullable Signing signing) {

  private static final int NUMBER_END = 3;

  /** How far it is. */
  public enum State {
    /** The applicant's own number: nobody signs his own application a second time. */
    OWN,
    /** Another signer has the same number: two signers are two persons. */
    TWICE,
    /** The number is not a citizen's for life, of twelve digits, by which accounts are verified. */
    NO_NUMBER,
    NOT_ASKED,
    WAITING,
    SIGNED,
    /** Does not want to sign it as it is. */
    DECLINED,
    /** Signed, and changed afterwards. */
    VOID;

    public boolean obstacle() {
      return this == OWN || this == TWICE || this == NO_NUMBER;
    }
  }

  public boolean signed() {
    return state == State.SIGNED;
  }

  public boolean signedBy(AccountId account) {
    var signature = signing == null ? null : signing.signature();
    return signature != null && signature.account().equals(account);
  }

  public String numberEnd() {
    return number.substring(Math.max(0, number.length() - NUMBER_END));
  }

  /** As his account bears the name once he has answered; else as it was typed. */
  public @Nullable String shownName() {
    var signature = signing == null ? null : signing.signature();
    var refusal = refusal();
    return signature != null ? signature.name() : refusal != null ? refusal.name() : name;
  }

  /** What he said when he was asked last, also where it was changed since. */
  public Signing.@Nullable Refusal refusal() {
    return signing == null ? null : signing.refusal();
  }
}
