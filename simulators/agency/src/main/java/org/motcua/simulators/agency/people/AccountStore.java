package org.motcua.simulators.agency.people;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The province's accounts. A TechID, a number and a tax code each belong to one account at most.
 */
@Repository
class AccountStore {

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> findByTechId(String techId) {
    return jdbc.sql("select * from account where tech_id = ?")
        .param(techId)
        .query(Account.class)
        .optional();
  }

  /** By tax code; or by the number of twelve digits, and if nobody has it by the former one. */
  Optional<Account> findByNumber(NationalIdentity person) {
    return findBy("tax_code", person.taxCode())
        .or(() -> findBy("citizen_number", person.citizenNumber()))
        .or(() -> findBy("former_number", person.formerNumber()));
  }

  private Optional<Account> findBy(String column, @Nullable String value) {
    if (value == null) return Optional.empty();
    return jdbc.sql("select * from account where " + column + " = ?")
        .param(value)
        .query(Account.class)
        .optional();
  }

  void add(UUID id, NationalIdentity person, Instant now) {
    jdbc.sql(
            """
            insert into account (id, kind, tech_id, citizen_number, former_number, tax_code, name,
                                 opened_at, joined_at)
            values (:id, :kind, :techId, :citizenNumber, :formerNumber, :taxCode, :name, :now, :now)
            """)
        .param("id", id)
        .param("kind", person.kind().name())
        .param("techId", person.techId())
        .param("citizenNumber", person.citizenNumber())
        .param("formerNumber", person.formerNumber())
        .param("taxCode", person.taxCode())
        .param("name", person.name())
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** False when it has an owner already. */
  boolean join(UUID id, String techId, Instant now) {
    return jdbc.sql(
                "update account set tech_id = :techId, joined_at = :now"
                    + " where id = :id and tech_id is null")
            .param("techId", techId)
            .param("now", now.atOffset(UTC))
            .param("id", id)
            .update()
        > 0;
  }

  /**
   * Writes what the national portal says today over what was known; what it does not say stays. A
   * number that another account has is left there.
   */
  void refresh(NationalIdentity person, Instant now) {
    jdbc.sql(
            """
            update account set
              name = coalesce(nullif(:name, ''), name),
              phone = coalesce(:phone, phone),
              email = coalesce(:email, email),
              address = coalesce(:address, address),
              citizen_number = coalesce(citizen_number,
                case when not exists (select 1 from account where citizen_number = :citizenNumber)
                then :citizenNumber end),
              former_number = coalesce(former_number,
                case when not exists (select 1 from account where former_number = :formerNumber)
                then :formerNumber end),
              tax_code = coalesce(tax_code,
                case when not exists (select 1 from account where tax_code = :taxCode)
                then :taxCode end),
              level = :level,
              signed_in_at = :now
            where tech_id = :techId
            """)
        .param("name", person.name())
        .param("phone", person.phone())
        .param("email", person.email())
        .param("address", person.address())
        .param("citizenNumber", person.citizenNumber())
        .param("formerNumber", person.formerNumber())
        .param("taxCode", person.taxCode())
        .param("level", person.level().name())
        .param("now", now.atOffset(UTC))
        .param("techId", person.techId())
        .update();
  }
}
