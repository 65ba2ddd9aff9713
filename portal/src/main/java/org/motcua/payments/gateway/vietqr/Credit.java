package org.motcua.payments.gateway.vietqr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.model.AccountField;
import org.motcua.payments.model.Attempt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Money that has come to an account, as its bank tells of it.
 *
 * @param id the bank's number of it
 * @param bank six digits
 * @param text what the payer wrote, as the banks passed it on
 * @param sender null where the bank does not say, as for cash that was paid in
 */
record Credit(
    String id,
    String bank,
    String account,
    long dong,
    String text,
    Instant at,
    @Nullable Sender sender) {

  /**
   * Whose account it came from.
   *
   * @param bank six digits
   */
  record Sender(String bank, String account, String name) {}

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,64}");
  private static final Pattern NOT_SHOWN = Pattern.compile("\\p{Cntrl}+");
  private static final int LONGEST = 500;
  private static final long MOST = 999_999_999_999_999L;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  /** Empty where it is no credit, or not a whole one. */
  static Optional<Credit> read(byte[] body, JsonMapper json) {
    try {
      var tree = json.readTree(body);
      return tree == null || !tree.isObject() ? Optional.empty() : read(tree);
    } catch (JacksonException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As the bank's statement has it, which does not say from whom. */
  static Credit stated(String id, String bank, String account, long dong, String text, Instant at) {
    return new Credit(
        id, bank, account, dong, plain(text), at.truncatedTo(ChronoUnit.MICROS), null);
  }

  /** What a statement says is less than what the bank tells of the same. */
  boolean tellsOfTheSameAs(Credit known) {
    return equals(known)
        || known.sender == null
            && id.equals(known.id)
            && bank.equals(known.bank)
            && account.equals(known.account)
            && dong == known.dong;
  }

  private static Optional<Credit> read(JsonNode tree) {
    var dong = tree.path("dong");
    var at = OffsetDateTime.parse(plain(tree, "at"));
    var credit =
        new Credit(
            plain(tree, "id"),
            plain(tree, "bank"),
            plain(tree, "account"),
            dong.isIntegralNumber() && dong.canConvertToLong() ? dong.asLong() : 0,
            plain(tree, "text"),
            at.toInstant().truncatedTo(ChronoUnit.MICROS), // as the database keeps it
            sender(tree.path("from")));
    var sound =
        ID.matcher(credit.id).matches()
            && isAccount(credit.bank, credit.account)
            && credit.dong > 0
            && credit.dong <= MOST
            && at.getYear() >= FIRST_YEAR
            && at.getYear() <= LAST_YEAR;
    return sound ? Optional.of(credit) : Optional.empty();
  }

  /** One to whom nothing can be sent back is none. */
  private static @Nullable Sender sender(JsonNode from) {
    var sender = new Sender(plain(from, "bank"), plain(from, "account"), plain(from, "name"));
    return isAccount(sender.bank, sender.account) ? sender : null;
  }

  private static boolean isAccount(String bank, String account) {
    return AccountField.BANK.allows(bank) && AccountField.ACCOUNT.allows(account);
  }

  private static String plain(JsonNode tree, String field) {
    return plain(tree.path(field).asString(""));
  }

  private static String plain(String text) {
    var words = NOT_SHOWN.matcher(text).replaceAll(" ").strip();
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }

  Attempt.Money money() {
    return new Attempt.Money(id, sender == null ? null : sender.bank(), at);
  }
}
