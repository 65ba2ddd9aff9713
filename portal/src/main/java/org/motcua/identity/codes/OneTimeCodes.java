package org.motcua.identity.codes;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.NewAccount;
import org.motcua.identity.model.Phone;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends six-digit codes. A code serves once, for five minutes, in the browser that asked for it; in
 * the database it is a keyed hash.
 *
 * <p>Nobody's phone can be flooded: ten codes an hour, wherever they are asked for.
 */
@Component
public class OneTimeCodes {

  private static final Limit PER_PHONE = new Limit(10, Duration.ofHours(1));
  private static final int CODES = 1_000_000;

  private final SecureRandom random = new SecureRandom();
  private final PendingCodes pending;
  private final SmsGateway sms;
  private final RateLimits limits;
  private final Vault vault;
  private final Messages messages;
  private final JsonMapper json;
  private final Clock clock;
  private final TransactionTemplate transaction;

  OneTimeCodes(
      PendingCodes pending,
      SmsGateway sms,
      RateLimits limits,
      Vault vault,
      Messages messages,
      JsonMapper json,
      Clock clock,
      TransactionTemplate transaction) {
    this.pending = pending;
    this.sms = sms;
    this.limits = limits;
    this.vault = vault;
    this.messages = messages;
    this.json = json;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * @return the token for the browser; empty when this phone has had too many codes
   */
  public Optional<String> sendForSignIn(
      Account account, @Nullable String browserToken, Language language) {
    return send(account.id(), null, account.phone(), browserToken, language);
  }

  /**
   * @return the token for the browser; empty when this phone has had too many codes
   */
  public Optional<String> sendForRegistration(
      NewAccount account, @Nullable String browserToken, Language language) {
    var registration = vault.seal(bytes(json.writeValueAsString(account)));
    return send(null, registration, new Phone(account.phone()), browserToken, language);
  }

  private Optional<String> send(
      @Nullable AccountId account,
      byte @Nullable [] registration,
      Phone phone,
      @Nullable String browserToken,
      Language language) {
    var earlier =
        browserToken == null
            ? Optional.<PendingCode>empty()
            : pending.find(BrowserToken.hash(browserToken));
    if (browserToken != null
        && earlier.filter(code -> stillServes(code, account, phone)).isPresent()) {
      pending.replaceRegistration(BrowserToken.hash(browserToken), registration);
      return Optional.of(browserToken);
    }
    if (!allowedToSend(phone)) return Optional.empty();
    var token = browserToken == null || earlier.isPresent() ? BrowserToken.fresh() : browserToken;
    transaction.executeWithoutResult(
        status -> {
          var code = newCode();
          var key = BrowserToken.hash(token);
          var fresh =
              new PendingCode(
                  key,
                  account,
                  registration,
                  vault.seal(bytes(phone.international())),
                  codeHash(key, code),
                  clock.instant(),
                  0,
                  0,
                  null,
                  null,
                  null);
          if (pending.add(fresh)) text(phone, code, language);
        });
    return Optional.of(token);
  }

  /** A second click on "sign in" or "register" sends nothing: the first one's code serves. */
  private boolean stillServes(PendingCode code, @Nullable AccountId account, Phone phone) {
    return code.justSentFor(account, clock.instant()) && phone(code).equals(phone);
  }

  /** Every answer to "send me another code". */
  public sealed interface Resending {
    record Sent() implements Resending {}

    record TooSoon(Duration left) implements Resending {}

    record TooMany() implements Resending {}

    record NothingPending() implements Resending {}
  }

  public Resending sendAgain(String browserToken, Language language) {
    var key = BrowserToken.hash(browserToken);
    var phone = pending.find(key).filter(code -> !code.confirmed()).map(this::phone);
    if (phone.isEmpty()) return new Resending.NothingPending();
    var wait = pending.find(key).map(code -> code.untilNextSending(clock.instant()));
    if (wait.isPresent() && wait.get().isPositive()) return new Resending.TooSoon(wait.get());
    if (!allowedToSend(phone.get())) return new Resending.TooMany();
    var outcome =
        transaction.execute(
            status ->
                pending
                    .findForUpdate(key)
                    .filter(code -> !code.confirmed())
                    .map(code -> sendAgain(code, phone.get(), language))
                    .orElseGet(Resending.NothingPending::new));
    return outcome;
  }

  private Resending sendAgain(PendingCode code, Phone phone, Language language) {
    var now = clock.instant();
    var wait = code.untilNextSending(now);
    if (wait.isPositive()) return new Resending.TooSoon(wait);
    if (code.resends() >= PendingCode.RESENDS) return new Resending.TooMany();
    var fresh = newCode();
    pending.sentAgain(code.key(), codeHash(code.key(), fresh), now);
    text(phone, fresh, language);
    return new Resending.Sent();
  }

  /** What the page about a pending code shows. */
  public record Waiting(Phone phone, boolean registering) {}

  public Optional<Waiting> waiting(String browserToken) {
    return pending
        .find(BrowserToken.hash(browserToken))
        .filter(code -> !code.confirmed() || code.echoes(clock.instant()))
        .map(code -> new Waiting(phone(code), code.account() == null));
  }

  byte[] codeHash(byte[] key, String code) {
    return vault.mac(
        "identity.one-time-code", Base64.getEncoder().encodeToString(key) + ":" + code);
  }

  Optional<NewAccount> registration(PendingCode code) {
    return Optional.ofNullable(code.sealedRegistration())
        .map(hidden -> json.readValue(vault.open(hidden), NewAccount.class));
  }

  private boolean allowedToSend(Phone phone) {
    var key = Base64.getEncoder().encodeToString(vault.mac("identity.code", phone.international()));
    return limits.tryConsume("identity.code:" + key, PER_PHONE);
  }

  private void text(Phone phone, String code, Language language) {
    sms.send(phone.international(), messages.text(language, "identity.code.sms", code));
  }

  private String newCode() {
    return "%06d".formatted(random.nextInt(CODES));
  }

  private Phone phone(PendingCode code) {
    return new Phone(new String(vault.open(code.sealedPhone()), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
