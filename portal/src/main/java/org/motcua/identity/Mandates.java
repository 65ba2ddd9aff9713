package org.motcua.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.mandates.model.MandateStore;
import org.motcua.identity.mandates.telling.TellBoth;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may act for whom. Whoever calls {@link #grant} has made sure that the right exists: both have
 * agreed, a register says so, a code was read out. Every change is in the audit trail and told to
 * both.
 */
@Component
public class Mandates {

  /** Of whom nobody may have more than one at a time, for the same represented and holder. */
  private static final Set<MandateKind> SINGLE = Set.of(MandateKind.MEMBER, MandateKind.CHILD);

  private final MandateStore mandates;
  private final TellBoth tell;
  private final AuditTrail audit;
  private final Clock clock;

  Mandates(MandateStore mandates, TellBoth tell, AuditTrail audit, Clock clock) {
    this.mandates = mandates;
    this.tell = tell;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Granting twice is granting once. A member's or a parent's new mandate takes the place of the
   * one before.
   */
  @Transactional
  public Mandate grant(NewMandate wanted, CurrentUser by) {
    return grant(new MandateId(NewId.next()), wanted, by.signedIn(), by);
  }

  /**
   * @param id given before, when the right was offered
   * @param grantedBy who has offered it
   * @param by whose act makes it stand
   */
  @Transactional
  public Mandate grant(MandateId id, NewMandate wanted, AccountId grantedBy, CurrentUser by) {
    if (by.acting() != null && !by.id().equals(wanted.represented())) {
      throw new IllegalArgumentException("Who acts for another hands on nothing but his own");
    }
    mandates.lock(wanted.represented());
    var now = clock.instant();
    var earlier = SINGLE.contains(wanted.kind()) ? standing(wanted, now) : mandates.find(id);
    if (earlier.isPresent() && isSame(earlier.get(), wanted)) return earlier.get();
    earlier.ifPresent(replaced -> mandates.revoke(replaced.id(), by.signedIn(), now));
    var granted =
        new Mandate(
            id,
            wanted.kind(),
            wanted.represented(),
            wanted.holder(),
            wanted.powers(),
            wanted.scope(),
            wanted.until(),
            grantedBy,
            now,
            null);
    mandates.add(granted);
    record(by, "identity.mandate-granted", granted);
    tell.granted(granted);
    return granted;
  }

  private Optional<Mandate> standing(NewMandate wanted, Instant now) {
    return mandates.listBetween(wanted.represented(), wanted.holder()).stream()
        .filter(mandate -> mandate.kind() == wanted.kind() && mandate.revokedAt() == null)
        .findFirst();
  }

  private static boolean isSame(Mandate earlier, NewMandate wanted) {
    return earlier.powers().equals(wanted.powers())
        && earlier.scope().equals(wanted.scope())
        && Objects.equals(earlier.until(), wanted.until());
  }

  /**
   * Ends a mandate at once. The represented, the holder, and who manages for the represented may;
   * to anybody else the mandate does not exist. Ending twice is ending once.
   *
   * @return false when there is no such mandate for this user
   */
  @Transactional
  public boolean revoke(MandateId id, CurrentUser by) {
    var found = mandates.findForUpdate(id).filter(mandate -> mayRevoke(mandate, by));
    if (found.isEmpty()) return false;
    var mandate = found.get();
    if (mandate.revokedAt() == null && mandates.revoke(id, by.signedIn(), clock.instant())) {
      record(by, "identity.mandate-revoked", mandate);
      tell.revoked(mandate);
    }
    return true;
  }

  private boolean mayRevoke(Mandate mandate, CurrentUser by) {
    var who = by.signedIn();
    return who.equals(mandate.holder())
        || who.equals(mandate.represented())
        || manages(who, mandate.represented());
  }

  /** Whether this person may say who acts for that account: the account itself, or a manager. */
  public boolean manages(AccountId person, AccountId represented) {
    if (person.equals(represented)) return true;
    var now = clock.instant();
    return mandates.listBetween(represented, person).stream()
        .anyMatch(mandate -> mandate.stands(now) && mandate.gives(Power.MANAGE));
  }

  public Optional<Mandate> find(MandateId id) {
    return mandates.find(id);
  }

  /** The mandate if it holds this very moment. */
  public Optional<Mandate> findStanding(MandateId id) {
    var now = clock.instant();
    return mandates.find(id).filter(mandate -> mandate.stands(now));
  }

  /** Those that stand between the two. */
  public List<Mandate> listStanding(AccountId represented, AccountId holder) {
    var now = clock.instant();
    return mandates.listBetween(represented, holder).stream()
        .filter(mandate -> mandate.stands(now))
        .toList();
  }

  /** The members of an enterprise, the eldest first. */
  public List<Mandate> listMembers(AccountId enterprise) {
    return standing(mandates.listMembers(enterprise));
  }

  /** Of which enterprises this person is a member. */
  public List<Mandate> listMemberships(AccountId person) {
    return standing(mandates.listMemberships(person));
  }

  private List<Mandate> standing(List<Mandate> all) {
    var now = clock.instant();
    return all.stream().filter(mandate -> mandate.stands(now)).toList();
  }

  /**
   * Who acts for this account, the newest first, those that stand as well as those that have ended.
   *
   * @param before the last one of the page before
   */
  public List<Mandate> listGiven(AccountId represented, @Nullable MandateId before, int limit) {
    return mandates.listGiven(represented, before, limit);
  }

  /** For whom this account acts; as {@link #listGiven}. */
  public List<Mandate> listHeld(AccountId holder, @Nullable MandateId before, int limit) {
    return mandates.listHeld(holder, before, limit);
  }

  private void record(CurrentUser by, String action, Mandate mandate) {
    audit.record(
        by.actor(),
        action,
        "mandate",
        mandate.id().toString(),
        Map.of(
            "kind", mandate.kind().name(),
            "represented", mandate.represented().toString(),
            "holder", mandate.holder().toString(),
            "powers", new TreeSet<>(mandate.powers()),
            "scope", mandate.scope().getClass().getSimpleName()));
  }
}
