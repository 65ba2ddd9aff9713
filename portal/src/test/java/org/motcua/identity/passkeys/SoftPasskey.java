package org.motcua.identity.passkeys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A device with one passkey, and a browser that speaks for it; it does as a test asks, lies too.
 */
final class SoftPasskey {

  static final String PORTAL = "http://localhost:8080";

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int NEW_KEY = 0x40;
  private static final int COORDINATE = 32;
  private static final JsonMapper json = new JsonMapper();

  private final KeyPair keys = keys();
  private final byte[] id = bytes(UUID.randomUUID());
  private String userHandle = "";
  private String origin = PORTAL;
  private int verified = VERIFIED;
  private int count;

  SoftPasskey at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  SoftPasskey withoutLookingWhoIsThere() {
    verified = 0;
    return this;
  }

  SoftPasskey counting(int from) {
    count = from;
    return this;
  }

  SoftPasskey calling(String handle) {
    userHandle = handle;
    return this;
  }

  /** The answer to {@code navigator.credentials.create()}. */
  String creates(String options) {
    var asked = json.readTree(options);
    userHandle = asked.get("user").get("id").asString();
    var data = deviceData(asked.get("rp").get("id").asString(), PRESENT | verified | NEW_KEY);
    data.writeBytes(new byte[16]);
    data.writeBytes(new byte[] {0, (byte) id.length});
    data.writeBytes(id);
    data.writeBytes(coseKey());
    return answer(
        clientData("webauthn.create", asked.get("challenge").asString()),
        Map.of("attestationObject", text(attestation(data.toByteArray()))));
  }

  /** The answer to {@code navigator.credentials.get()}. */
  String signs(String options) {
    var asked = json.readTree(options);
    var device = deviceData(asked.get("rpId").asString(), PRESENT | verified).toByteArray();
    var client = clientData("webauthn.get", asked.get("challenge").asString());
    return answer(
        client,
        Map.of(
            "authenticatorData", text(device),
            "signature", text(sign(device, sha256(client))),
            "userHandle", userHandle));
  }

  private ByteArrayOutputStream deviceData(String party, int flags) {
    var data = new ByteArrayOutputStream();
    data.writeBytes(sha256(party.getBytes(StandardCharsets.UTF_8)));
    data.write(flags);
    data.writeBytes(ByteBuffer.allocate(4).putInt(count == 0 ? 0 : count++).array());
    return data;
  }

  /** A key of COSE (RFC 9052): kind 2, algorithm -7, curve 1, x, y. */
  private byte[] coseKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var key = new ByteArrayOutputStream();
    key.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE});
    key.writeBytes(coordinate(point.getAffineX()));
    key.writeBytes(new byte[] {0x22, 0x58, COORDINATE});
    key.writeBytes(coordinate(point.getAffineY()));
    return key.toByteArray();
  }

  /** {@code {"fmt": "none", "attStmt": {}, "authData": …}} in CBOR. */
  private static byte[] attestation(byte[] data) {
    var object = new ByteArrayOutputStream();
    object.write(0xA3);
    object.writeBytes(cborText("fmt"));
    object.writeBytes(cborText("none"));
    object.writeBytes(cborText("attStmt"));
    object.write(0xA0);
    object.writeBytes(cborText("authData"));
    object.writeBytes(new byte[] {0x58, (byte) data.length});
    object.writeBytes(data);
    return object.toByteArray();
  }

  private static byte[] cborText(String text) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(0x60 + text.length());
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  private byte[] clientData(String type, String challenge) {
    var data = new LinkedHashMap<String, Object>();
    data.put("type", type);
    data.put("challenge", challenge);
    data.put("origin", origin);
    data.put("crossOrigin", false);
    return json.writeValueAsBytes(data);
  }

  private String answer(byte[] client, Map<String, Object> more) {
    var response = new LinkedHashMap<String, Object>(more);
    response.put("clientDataJSON", text(client));
    return json.writeValueAsString(
        Map.of(
            "id", text(id),
            "rawId", text(id),
            "type", "public-key",
            "clientExtensionResults", Map.of(),
            "response", response));
  }

  private byte[] sign(byte[] device, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(device);
      signature.update(client);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] coordinate(BigInteger number) {
    var bytes = number.toByteArray();
    var from = Math.max(0, bytes.length - COORDINATE);
    return ByteBuffer.allocate(COORDINATE)
        .put(COORDINATE - (bytes.length - from), bytes, from, bytes.length - from)
        .array();
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
