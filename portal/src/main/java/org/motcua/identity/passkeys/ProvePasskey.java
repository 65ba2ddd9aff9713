package org.motcua.identity.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.challenges.Challenges;
import org.motcua.identity.challenges.Challenges.Purpose;
import org.motcua.identity.changes.AccountChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Learns from a passkey's signature whose account it opens. */
@Service
class ProvePasskey {

  private static final Logger log = LoggerFactory.getLogger(ProvePasskey.class);
  private static final Purpose PROVING = new Purpose("passkey.prove", Duration.ofMinutes(5));

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager webAuthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);
  private final RelyingParty portal;
  private final Challenges challenges;
  private final Passkeys passkeys;
  private final AccountChanges changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ProvePasskey(
      RelyingParty portal,
      Challenges challenges,
      Passkeys passkeys,
      AccountChanges changes,
      TransactionTemplate transaction,
      Clock clock) {
    this.portal = portal;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What {@code navigator.credentials.get()} is asked for.
   *
   * @param whose null where any passkey that the device has for this portal will do
   */
  Map<String, Object> options(
      @Nullable AccountId whose, HttpServletRequest request, HttpServletResponse response) {
    var challenge = challenges.fresh(PROVING, null, request, response);
    return Map.of(
        "rpId", portal.id(),
        "challenge", Encoded.text(challenge),
        "timeout", PROVING.valid().toMillis(),
        "userVerification", "required",
        "allowCredentials",
            whose == null ? List.of() : Encoded.descriptors(passkeys.listOf(whose)));
  }

  /**
   * @param answer what the browser made of {@link #options}, as JSON
   */
  ProveOutcome prove(String answer, HttpServletRequest request) {
    var read = read(answer);
    if (read.isEmpty()) return new ProveOutcome.Refused();
    var signed = read.get();
    var client = signed.getCollectedClientData();
    if (client == null || client.getChallenge() == null) return new ProveOutcome.Refused();
    var challenge = client.getChallenge().getValue();
    if (!challenges.take(PROVING, null, challenge, request)) return new ProveOutcome.TooLate();

    return passkeys
        .findByCredential(credentialId(signed))
        .map(passkey -> prove(passkey, signed, challenge))
        .orElseGet(ProveOutcome.Unknown::new);
  }

  private ProveOutcome prove(Passkey passkey, AuthenticationData signed, byte[] challenge) {
    if (!isMeantFor(passkey.account(), signed)) return new ProveOutcome.Refused();
    try {
      webAuthn.verify(
          signed,
          new AuthenticationParameters(
              portal.expecting(challenge), recordOf(passkey), null, true, true));
    } catch (MaliciousCounterValueException goneBack) {
      return copied(passkey);
    } catch (WebAuthnException refused) {
      log.info("A passkey's answer was refused: {}", refused.toString());
      return new ProveOutcome.Refused();
    }
    var device = Objects.requireNonNull(signed.getAuthenticatorData(), "verified");
    var noted =
        passkeys.used(
            passkey.id(),
            device.getSignCount(),
            passkey.uvInitialized() || device.isFlagUV(),
            device.isFlagBS(),
            clock.instant());
    return noted ? new ProveOutcome.Proven(passkey.account()) : copied(passkey);
  }

  /**
   * A device counts its signatures; one that went back has been copied. Which of the two is the
   * owner's cannot be known, so neither opens the account, and the owner hears of it.
   */
  private ProveOutcome copied(Passkey passkey) {
    transaction.executeWithoutResult(
        status ->
            changes.record(
                "system:identity",
                passkey.account(),
                "identity.passkey-copied",
                Map.of("passkey", passkey.id()),
                "identity.passkeys.sms.copied",
                passkey.name()));
    return new ProveOutcome.Copied();
  }

  private Optional<AuthenticationData> read(String text) {
    var answer = BrowserAnswer.read(text);
    var id = answer.flatMap(BrowserAnswer::credentialId);
    var device = answer.flatMap(it -> it.bytes("authenticatorData"));
    var client = answer.flatMap(it -> it.bytes("clientDataJSON"));
    var signature = answer.flatMap(it -> it.bytes("signature"));
    if (id.isEmpty() || device.isEmpty() || client.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    var handle = answer.flatMap(it -> it.bytes("userHandle")).orElse(null);
    try {
      return Optional.of(
          webAuthn.parse(
              new AuthenticationRequest(
                  id.get(), handle, device.get(), client.get(), signature.get())));
    } catch (WebAuthnException | JacksonException garbled) {
      return Optional.empty();
    }
  }

  /** A device may leave its user handle out; one that it sends must be of the same account. */
  @SuppressWarnings("NullAway") // WebAuthn4J calls the bytes nullable where it means their array
  private static boolean isMeantFor(AccountId account, AuthenticationData signed) {
    var handle = signed.getUserHandle();
    return handle == null || Arrays.equals(Encoded.handle(account), handle);
  }

  @SuppressWarnings("NullAway") // as above
  private static byte[] credentialId(AuthenticationData signed) {
    return signed.getCredentialId();
  }

  private CredentialRecord recordOf(Passkey passkey) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        passkey.uvInitialized(),
        passkey.backupEligible(),
        passkey.backedUp(),
        passkey.signCount(),
        credentials.convert(passkey.credential()),
        null,
        null,
        null,
        passkey.transports().stream()
            .map(AuthenticatorTransport::create)
            .collect(Collectors.toSet()));
  }
}
