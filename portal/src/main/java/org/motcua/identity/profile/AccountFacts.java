package org.motcua.identity.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.verifying.Verifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a holder changes of his account, and by which phone it is found. */
@Repository
public class AccountFacts {

  private final JdbcClient jdbc;
  private final AccountNames names;
  private final Verifications verifications;

  AccountFacts(JdbcClient jdbc, AccountNames names, Verifications verifications) {
    this.jdbc = jdbc;
    this.names = names;
    this.verifications = verifications;
  }

  /** A phone that finds another account already receives messages for this one all the same. */
  public void setPhone(AccountId account, String old, String phone) {
    set(account, "phone", phone);
    names.release(account, NameKind.PHONE, old);
    names.claim(account, NameKind.PHONE, phone);
  }

  void setEmail(AccountId account, @Nullable String email) {
    set(account, "email", email);
  }

  void setPassword(AccountId account, @Nullable String hash) {
    set(account, "password_hash", hash);
  }

  /**
   * Where there was none, or from nine digits to twelve, which the register has said are the same
   * person's: who was verified stays so. The former number goes on finding the account.
   *
   * @return false when another account has the new one
   */
  public boolean setCitizenId(AccountId account, String number) {
    if (!names.claim(account, NameKind.CITIZEN_ID, number)) return false;
    set(account, "citizen_id", number);
    return true;
  }

  /** The register has said nothing of the number that is put back: it has to be asked again. */
  void takeBackCitizenId(AccountId account, String number, @Nullable String former) {
    names.release(account, NameKind.CITIZEN_ID, number);
    set(account, "citizen_id", former);
    verifications.noLongerVerified(account, "account:" + account);
  }

  /** By a paper that an officer has seen. */
  public void correct(AccountId account, String name, LocalDate born) {
    jdbc.sql("update identity.account set name = :name, date_of_birth = :born where id = :id")
        .param("name", name)
        .param("born", born)
        .param("id", account.value())
        .update();
  }

  /** All but the number, which is claimed before. */
  void setDetails(AccountId account, Details details) {
    var gender = details.gender();
    var home = details.home();
    jdbc.sql(
            """
            update identity.account
            set name = :name, date_of_birth = :born, gender = :gender, commune = :commune,
                street = :street
            where id = :id
            """)
        .param("name", details.name())
        .param("born", details.born())
        .param("gender", gender == null ? null : gender.name())
        .param("commune", home == null ? null : home.commune())
        .param("street", home == null ? null : home.street())
        .param("id", account.value())
        .update();
  }

  private void set(AccountId account, String column, @Nullable String value) {
    jdbc.sql("update identity.account set %s = :value where id = :id".formatted(column))
        .param("value", value)
        .param("id", account.value())
        .update();
  }
}
