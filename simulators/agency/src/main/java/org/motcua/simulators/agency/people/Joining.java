package org.motcua.simulators.agency.people;

import java.time.Clock;
import java.util.UUID;
import org.motcua.simulators.agency.people.Standing.Claimable;
import org.motcua.simulators.agency.people.Standing.Known;
import org.motcua.simulators.agency.people.Standing.Taken;
import org.motcua.simulators.agency.people.Standing.Unknown;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Brings the national portal's people together with the province's accounts: by TechID, else by
 * number and with the owner's word, else anew. Asked twice, it does it once.
 */
@Service
public class Joining {

  private final AccountStore accounts;
  private final Happenings happenings;
  private final Clock clock;

  Joining(AccountStore accounts, Happenings happenings, Clock clock) {
    this.accounts = accounts;
    this.happenings = happenings;
    this.clock = clock;
  }

  public Standing recognise(NationalIdentity person) {
    return accounts
        .findByTechId(person.techId())
        .<Standing>map(Known::new)
        .orElseGet(() -> byNumber(person));
  }

  private Standing byNumber(NationalIdentity person) {
    return accounts
        .findByNumber(person)
        .<Standing>map(account -> account.isOld() ? new Claimable(account) : new Taken())
        .orElseGet(Unknown::new);
  }

  /** He comes: what the portal says of him is taken over into the account, if he has one. */
  public Standing arrive(NationalIdentity person) {
    accounts.refresh(person, clock.instant());
    return recognise(person);
  }

  /** He says that the old account which bears his number is his. */
  Standing join(NationalIdentity person) {
    if (recognise(person) instanceof Claimable(Account old)
        && accounts.join(old.id(), person.techId(), clock.instant())) {
      happenings.record(What.JOINED, person);
    }
    return arrive(person);
  }

  /** He is new and wants an account with what the portal says of him. */
  Standing open(NationalIdentity person) {
    if (recognise(person) instanceof Unknown && add(person)) {
      happenings.record(What.OPENED, person);
    }
    return arrive(person);
  }

  /** False when another window of his was faster. */
  private boolean add(NationalIdentity person) {
    try {
      accounts.add(UUID.randomUUID(), person, clock.instant());
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }
}
