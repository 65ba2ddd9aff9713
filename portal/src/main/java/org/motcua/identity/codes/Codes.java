package org.motcua.identity.codes;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Six-digit codes that show that a phone or a mailbox is somebody's. A code serves once, for five
 * minutes and five tries, for one purpose of one subject; in the database it is a keyed hash.
 *
 * <p>Nobody can be flooded: ten codes an hour to one phone or mailbox, wherever they are asked for.
 */
@Component
public class Codes {

  /** For ordinary purposes: the code, and what it is. Others have words of their own. */
  private static final String WORDS = "identity.code";

  private static final Limit PER_RECIPIENT = new Limit(10, Duration.ofHours(1));
  private static final Recipient NOBODY = Recipient.phone(new Phone("+84000000000"));
  private static final int CODES = 1_000_000;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-\\u00A0]+");
  private static final Pattern SHAPE = Pattern.compile("\\d{6}");

  private final SecureRandom random = new SecureRandom();
  private final OneTimeCodeStore codes;
  private final CodeMessages codeMessages;
  private final RateLimits limits;
  private final Vault vault;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Codes(
      OneTimeCodeStore codes,
      CodeMessages codeMessages,
      RateLimits limits,
      Vault vault,
      Clock clock,
      TransactionTemplate transaction) {
    this.codes = codes;
    this.codeMessages = codeMessages;
    this.limits = limits;
    this.vault = vault;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Every answer to "send a code". */
  public sealed interface Sending {
    record Sent() implements Sending {}

    /** The one sent a moment ago still serves. */
    record StillServes(Duration untilNext) implements Sending {}

    record TooMany() implements Sending {}
  }

  /** Every answer to a typed code. */
  public sealed interface Checked {
    record Right() implements Checked {}

    /** The right one again, by a second click on the same button. */
    record RightAgain() implements Checked {}

    record NotSixDigits() implements Checked {}

    record Wrong(int triesLeft) implements Checked {}

    record Expired() implements Checked {}

    record TooManyTries() implements Checked {}

    record Nothing() implements Checked {}
  }

  /** Not within a transaction: what limits the sending counts whatever follows. */
  public Sending send(String purpose, AccountId subject, Recipient to, Language language) {
    return send(purpose, subject.toString(), to, language);
  }

  /**
   * @param purpose with its module, such as {@code identity.sign-in}
   * @param subject whom or what it is about; the code is good for nobody else
   */
  public Sending send(String purpose, String subject, Recipient to, Language language) {
    return send(purpose, subject, to, language, WORDS);
  }

  /**
   * @param words beginning of the message keys {@code ….sms}, {@code ….mail.subject} and {@code
   *     ….mail}, which take the code as {0} and what else is given as {1}, {2} …
   */
  public Sending send(
      String purpose,
      String subject,
      Recipient to,
      Language language,
      String words,
      Object... facts) {
    var key = key(purpose, subject);
    var now = clock.instant();
    var earlier = codes.find(key);
    var serving = stillServes(earlier, to, now);
    if (serving.isPresent()) return serving.get();
    var resends = resendsOf(earlier, now);
    if (resends >= OneTimeCode.RESENDS || !allowed(to)) return new Sending.TooMany();
    var wording = new CodeMessages.Wording(language, words, facts);
    return transaction.execute(
        status ->
            stillServes(codes.findForUpdate(key), to, now)
                .orElseGet(() -> send(key, to, wording, resends + 1, now)));
  }

  /** A second click sends nothing. */
  private Optional<Sending> stillServes(Optional<OneTimeCode> earlier, Recipient to, Instant now) {
    return earlier
        .filter(code -> recipient(code).equals(to) && code.justSent(now))
        .map(code -> new Sending.StillServes(code.untilNextSending(now)));
  }

  private Sending send(
      byte[] key, Recipient to, CodeMessages.Wording wording, int resends, Instant now) {
    codeMessages.send(keep(key, to, resends, now), to, wording);
    return new Sending.Sent();
  }

  private String keep(byte[] key, Recipient to, int resends, Instant now) {
    var code = "%06d".formatted(random.nextInt(CODES));
    var recipient = vault.seal(to.address().getBytes(StandardCharsets.UTF_8));
    codes.put(new OneTimeCode(key, recipient, hash(key, code), now, 0, resends, null));
    return code;
  }

  /**
   * Keeps a code that nobody is sent, so that whoever tries codes for somebody unknown is answered
   * as he is for somebody known.
   */
  public void pretend(String purpose, String subject) {
    var key = key(purpose, subject);
    var now = clock.instant();
    var earlier = codes.find(key);
    if (earlier.filter(code -> code.justSent(now)).isPresent()) return;
    var resends = resendsOf(earlier, now);
    if (resends < OneTimeCode.RESENDS) keep(key, NOBODY, resends + 1, now);
  }

  private static int resendsOf(Optional<OneTimeCode> earlier, Instant now) {
    return earlier.filter(code -> code.resendable(now)).map(OneTimeCode::resends).orElse(-1);
  }

  public Checked check(String purpose, AccountId subject, String typed) {
    return check(purpose, subject.toString(), typed);
  }

  /** A right code is used up by this; the caller's act belongs into the same transaction. */
  @Transactional
  public Checked check(String purpose, String subject, String typed) {
    var digits = SEPARATORS.matcher(typed).replaceAll("");
    if (!SHAPE.matcher(digits).matches()) return new Checked.NotSixDigits();
    return codes
        .findForUpdate(key(purpose, subject))
        .map(code -> check(code, digits))
        .orElseGet(Checked.Nothing::new);
  }

  private Checked check(OneTimeCode code, String digits) {
    var now = clock.instant();
    var right = code.opensWith(hash(code.key(), digits));
    if (code.used()) {
      return right && code.echoes(now) ? new Checked.RightAgain() : new Checked.Nothing();
    }
    if (code.usedUp()) return new Checked.TooManyTries();
    if (code.expired(now)) return new Checked.Expired();
    if (!right) {
      codes.tried(code.key());
      var left = OneTimeCode.TRIES - code.tries() - 1;
      return left > 0 ? new Checked.Wrong(left) : new Checked.TooManyTries();
    }
    codes.used(code.key(), now);
    return new Checked.Right();
  }

  /** Where the code on its way was sent to; empty where none is. */
  public Optional<Recipient> sentTo(String purpose, String subject) {
    return codes.find(key(purpose, subject)).map(this::recipient);
  }

  /** It serves no more. */
  public void forget(String purpose, String subject) {
    codes.remove(key(purpose, subject));
  }

  private boolean allowed(Recipient to) {
    var key = Base64.getEncoder().encodeToString(vault.mac("identity.code", to.address()));
    return limits.tryConsume("identity.code:" + key, PER_RECIPIENT);
  }

  private byte[] key(String purpose, String subject) {
    return vault.mac("identity.one-time-code-of", purpose + ":" + subject);
  }

  private byte[] hash(byte[] key, String code) {
    return vault.mac(
        "identity.one-time-code", Base64.getEncoder().encodeToString(key) + ":" + code);
  }

  private Recipient recipient(OneTimeCode code) {
    return Recipient.of(new String(vault.open(code.sealedRecipient()), StandardCharsets.UTF_8));
  }
}
