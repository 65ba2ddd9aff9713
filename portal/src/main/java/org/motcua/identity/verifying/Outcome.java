package org.motcua.identity.verifying;

/** How a comparison with the registers ends; each has words of its own. */
public enum Outcome {
  VERIFIED,
  NAME_DIFFERS,
  DATE_DIFFERS,
  /** So the number is probably not this person's. */
  NAME_AND_DATE_DIFFER,
  UNKNOWN_NUMBER,
  UNKNOWN_INSURANCE_NUMBER,
  /** The insurer never learned the number of the identity card, which leads further. */
  INSURANCE_WITHOUT_CITIZEN_ID,
  /** The register believes the person dead: nothing that a web page could put right. */
  SAID_DEAD,
  PHONE_OF_ANOTHER,
  /** The account lacks what would be compared. */
  NOT_ENOUGH_KNOWN,
  /** The registers have been out of order for days. */
  GIVEN_UP;

  /** Whether other details of the account may lead further. */
  public boolean mendedByHolder() {
    return switch (this) {
      case NAME_DIFFERS,
          DATE_DIFFERS,
          NAME_AND_DATE_DIFFER,
          INSURANCE_WITHOUT_CITIZEN_ID,
          NOT_ENOUGH_KNOWN ->
          true;
      case VERIFIED,
          UNKNOWN_NUMBER,
          UNKNOWN_INSURANCE_NUMBER,
          SAID_DEAD,
          PHONE_OF_ANOTHER,
          GIVEN_UP ->
          false;
    };
  }
}
