package org.motcua.payments;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where agencies are paid. */
@Component
public class Beneficiaries {

  private final JdbcClient jdbc;
  private final Organisation organisation;
  private final AuditTrail audit;
  private final Clock clock;

  Beneficiaries(JdbcClient jdbc, Organisation organisation, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
  }

  /** Its own account, or that of the nearest agency above it that has one. */
  public Optional<Beneficiary> of(AgencyId agency) {
    var at = organisation.findAgency(agency);
    while (at.isPresent()) {
      var own = own(at.get().id());
      if (own.isPresent()) return own;
      at = at.map(Agency::parent).flatMap(organisation::findAgency);
    }
    return Optional.empty();
  }

  public Optional<Beneficiary> own(AgencyId agency) {
    return jdbc.sql(
            "select owner, name, account, bank from payments.beneficiary where owner = :owner")
        .param("owner", agency.value())
        .query(
            (row, number) ->
                new Beneficiary(
                    row.getString("owner"),
                    row.getString("name"),
                    row.getString("account"),
                    row.getString("bank")))
        .optional();
  }

  /** From now on; what was asked for before goes where it was said. */
  @Transactional
  public void set(AgencyId agency, Beneficiary to, String by) {
    jdbc.sql(
            """
            insert into payments.beneficiary (owner, name, account, bank, changed_at, changed_by)
            values (:owner, :name, :account, :bank, :at, :by)
            on conflict (owner) do update
               set name = excluded.name, account = excluded.account, bank = excluded.bank,
                   changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .param("owner", agency.value())
        .param("name", to.name())
        .param("account", to.account())
        .param("bank", to.bank())
        .param("at", Typed.timestamp(clock.instant()))
        .param("by", by)
        .update();
    audit.record(
        by,
        "payments.account_set",
        "agency",
        agency.value(),
        Map.of("account", to.account(), "bank", to.bank()));
  }
}
