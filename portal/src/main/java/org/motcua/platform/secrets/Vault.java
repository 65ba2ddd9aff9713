package org.motcua.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what must not lie readable in the database (signing keys, messages with codes) under one
 * master key (AES-256-GCM).
 *
 * <p>The key is given to all nodes as {@code motcua.master-key} (base64, 32 bytes); without it one
 * is made at first start and kept, readable by the owner alone, in the data folder.
 */
@Component
public class Vault {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key;

  Vault(
      @Value("${motcua.master-key:}") String givenKey,
      @Value("${motcua.data-folder}") Path dataFolder) {
    var bytes =
        givenKey.isBlank()
            ? keyKeptIn(dataFolder.resolve("keys"))
            : Base64.getDecoder().decode(givenKey);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "motcua.master-key must be 32 bytes in base64, not " + bytes.length);
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  public byte[] seal(byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, 0, plain.length);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  public byte[] open(byte[] sealed) {
    var nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
    return crypt(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  /**
   * A keyed hash, the same on every node, for what must be found again or compared but never read:
   * short codes, addresses, numbers typed at sign-in. Each purpose has a key of its own.
   */
  public byte[] mac(String purpose, String text) {
    var ownKey = hmac(key.getEncoded(), purpose);
    return hmac(ownKey, text);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] input, int offset, int length) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input, offset, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealed with another master key, or damaged", e);
    }
  }

  private byte[] keyKeptIn(Path folder) {
    var file = folder.resolve("master.key");
    try {
      if (Files.exists(file)) return Base64.getDecoder().decode(Files.readString(file).strip());
      var fresh = new byte[KEY_BYTES];
      random.nextBytes(fresh);
      Files.createDirectories(folder);
      Files.writeString(
          file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.CREATE_NEW);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("The master key cannot be kept in " + folder, e);
    }
  }
}
