package org.motcua.identity.enterprises;

import java.util.Locale;
import org.motcua.identity.AccountId;

/** Every answer to "I represent this enterprise". */
sealed interface FoundingOutcome {

  record Manages(AccountId enterprise, Since since) implements FoundingOutcome {

    /** To the page of the enterprise, which tells how it came about. */
    String redirect() {
      return EnterprisesController.said(enterprise.value(), since.name().toLowerCase(Locale.ROOT));
    }
  }

  enum Since {
    FOUNDED,
    /** It had an account; from now on the representative manages it again. */
    TAKEN,
    /** Did so before. */
    MANAGED
  }

  /**
   * @param enterprise its name, where it is known
   */
  record Refused(Why why, String enterprise) implements FoundingOutcome {

    static Refused because(Why why) {
      return new Refused(why, "");
    }
  }

  enum Why {
    NOT_IN_REGISTER,
    SUSPENDED,
    DISSOLVED,
    /** The register names others as representatives. */
    NOT_ITS_REPRESENTATIVE,
    REGISTER_AWAY,
    TOO_OFTEN,
    /** Signed with the certificate of a person. */
    PERSONS_CERTIFICATE,
    /** The certificate does not say who may sign with it. */
    NOBODY_ON_CERTIFICATE,
    /** The certificate names somebody else. */
    ANOTHER_ON_CERTIFICATE;

    /** Its words are {@code identity.enterprises.refused.…} and the same with {@code .body}. */
    String key() {
      return "identity.enterprises.refused." + name();
    }
  }
}
