package org.motcua.identity.mandates.assisting;

import org.motcua.identity.Mandate;
import org.motcua.identity.codes.Codes;

/** What comes of a code read out at the counter. */
sealed interface ConsentOutcome {

  record Consented(Mandate mandate, String address) implements ConsentOutcome {}

  record NotRight(Codes.Checked why) implements ConsentOutcome {}

  /** The code was right and still serves: the paper can be looked at once more. */
  record PaperRefused(PaperFinding why) implements ConsentOutcome {}

  /** Meanwhile somebody has registered with this number. */
  record NumberTaken() implements ConsentOutcome {}

  record NoSuchRequest() implements ConsentOutcome {}
}
