package org.motcua.identity.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.challenges.Challenges;
import org.motcua.identity.challenges.Challenges.Purpose;
import org.motcua.identity.changes.AccountChanges;
import org.motcua.platform.ids.NewId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Has the person's device make a passkey for this portal, and keeps its public half. */
@Service
class AddPasskey {

  private static final Logger log = LoggerFactory.getLogger(AddPasskey.class);
  private static final Purpose ADDING = new Purpose("passkey.add", Duration.ofMinutes(5));

  /** More than anybody has devices. */
  static final int MOST = 20;

  private static final int LONGEST_NAME = 60;

  /** What devices in use can do, the best first. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

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

  AddPasskey(
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

  /** What {@code navigator.credentials.create()} is asked for. */
  Map<String, Object> options(
      CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
    var challenge = challenges.fresh(ADDING, user.id(), request, response);
    return Map.of(
        "rp", Map.of("id", portal.id(), "name", RelyingParty.NAME),
        "user",
            Map.of(
                "id", Encoded.text(Encoded.handle(user.id())),
                "name", user.name(),
                "displayName", user.name()),
        "challenge", Encoded.text(challenge),
        "pubKeyCredParams",
            ALGORITHMS.stream()
                .map(each -> Map.of("type", "public-key", "alg", each.getAlg().getValue()))
                .toList(),
        "timeout", ADDING.valid().toMillis(),
        "attestation", "none",
        "authenticatorSelection",
            Map.of(
                "residentKey", "required",
                "requireResidentKey", true,
                "userVerification", "required"),
        "excludeCredentials", Encoded.descriptors(passkeys.listOf(user.id())));
  }

  /**
   * @param answer what the browser made of {@link #options}, as JSON
   */
  AddOutcome add(CurrentUser user, String typedName, String answer, HttpServletRequest request) {
    var read = read(answer);
    if (read.isEmpty()) return new AddOutcome.Refused();
    var made = read.get();
    var client = made.getCollectedClientData();
    if (client == null || client.getChallenge() == null) return new AddOutcome.Refused();
    var challenge = client.getChallenge().getValue();
    if (!challenges.take(ADDING, user.id(), challenge, request)) return new AddOutcome.TooLate();
    try {
      webAuthn.verify(
          made, new RegistrationParameters(portal.expecting(challenge), ALGORITHMS, true, true));
    } catch (WebAuthnException refused) {
      log.info("A new passkey was refused: {}", refused.toString());
      return new AddOutcome.Refused();
    }
    return Objects.requireNonNull(
        transaction.execute(status -> keep(user, passkey(user.id(), name(typedName), made))));
  }

  private AddOutcome keep(CurrentUser user, Passkey passkey) {
    if (passkeys.listOf(user.id()).size() >= MOST) return new AddOutcome.TooMany();
    if (!passkeys.add(passkey)) return new AddOutcome.AlreadyThere();
    changes.record(
        user.actor(),
        user.id(),
        "identity.passkey-added",
        Map.of("passkey", passkey.id()),
        "identity.passkeys.sms.added",
        passkey.name());
    return new AddOutcome.Added(passkey);
  }

  private Optional<RegistrationData> read(String text) {
    var answer = BrowserAnswer.read(text);
    var made = answer.flatMap(it -> it.bytes("attestationObject"));
    var client = answer.flatMap(it -> it.bytes("clientDataJSON"));
    if (answer.isEmpty() || made.isEmpty() || client.isEmpty()) return Optional.empty();
    try {
      return Optional.of(
          webAuthn.parse(
              new RegistrationRequest(made.get(), client.get(), answer.get().transports())));
    } catch (WebAuthnException | JacksonException garbled) {
      return Optional.empty();
    }
  }

  private Passkey passkey(AccountId account, String name, RegistrationData made) {
    var device =
        Objects.requireNonNull(made.getAttestationObject(), "verified").getAuthenticatorData();
    var credential = Objects.requireNonNull(device.getAttestedCredentialData(), "verified");
    var transports = made.getTransports();
    return new Passkey(
        NewId.next(),
        account,
        credential.getCredentialId(),
        credentials.convert(credential),
        name,
        device.getSignCount(),
        device.isFlagUV(),
        device.isFlagBE(),
        device.isFlagBS(),
        transports == null
            ? List.of()
            : transports.stream().map(AuthenticatorTransport::getValue).sorted().toList(),
        clock.instant(),
        null);
  }

  /** Not refused for its length: the device has its key by now and would keep one for nothing. */
  private static String name(String typed) {
    var name = typed.strip().replaceAll("\\s+", " ");
    var end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return name.substring(0, end);
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
