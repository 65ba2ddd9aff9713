package org.motcua.identity.mandates.assisting;

import java.time.LocalDate;
import org.motcua.identity.model.CitizenId;

/**
 * What stands on the identity paper of the person at the counter.
 *
 * @param kind CCCD, CMND or PASSPORT
 * @param corrects whether name and date of birth of the account become what stands here
 */
record SeenPaper(String kind, CitizenId number, String name, LocalDate born, boolean corrects) {

  @Override
  public String toString() {
    return "SeenPaper " + kind;
  }
}
