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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
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
 *
 * <p>A key is exchanged by giving a new one and naming the one before among {@code
 * motcua.former-master-keys}: these open what they have sealed, and seal nothing any more.
 */
@Component
public class Vault {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** The one in use, then former ones. */
  private final List<SecretKey> keys;

  Vault(
      @Value("${motcua.master-key:}") String givenKey,
      @Value("${motcua.former-master-keys:}") List<String> formerKeys,
      @Value("${motcua.data-folder}") Path dataFolder) {
    var inUse =
        givenKey.isBlank()
            ? keyKeptIn(dataFolder.resolve("keys"))
            : key("motcua.master-key", givenKey);
    var former =
        formerKeys.stream()
            .filter(text -> !text.isBlank())
            .map(text -> key("motcua.former-master-keys", text));
    this.keys = Stream.concat(Stream.of(inUse), former).toList();
  }

  public byte[] seal(byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = crypt(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, plain, 0, plain.length);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES in GCM", e);
    }
  }

  /**
   * @throws UnknownMasterKey where none of the keys has sealed it
   */
  public byte[] open(byte[] sealed) {
    var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    for (var key : keys) {
      try {
        return crypt(
            Cipher.DECRYPT_MODE, key, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      } catch (AEADBadTagException ofAnotherKey) {
        continue;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every Java has AES in GCM", e);
      }
    }
    throw new UnknownMasterKey();
  }

  /**
   * A keyed hash, the same on every node, for what must be found again or compared but never read:
   * short codes, addresses, numbers typed at sign-in. Each purpose has a key of its own.
   */
  public byte[] mac(String purpose, String text) {
    return mac(keys.getFirst(), purpose, text);
  }

  /** For what was kept for long: the hash by the key in use, then those by former ones. */
  public List<byte[]> macs(String purpose, String text) {
    return keys.stream().map(key -> mac(key, purpose, text)).toList();
  }

  private static byte[] mac(SecretKey key, String purpose, String text) {
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

  private static byte[] crypt(
      int mode, SecretKey key, byte[] nonce, byte[] input, int offset, int length)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher.doFinal(input, offset, length);
  }

  private static SecretKey key(String setting, String base64) {
    var bytes = Base64.getDecoder().decode(base64.strip());
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          setting + " must be 32 bytes in base64, not " + bytes.length);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private SecretKey keyKeptIn(Path folder) {
    var file = folder.resolve("master.key");
    try {
      if (Files.exists(file)) return key(file.toString(), Files.readString(file));
      var fresh = new byte[KEY_BYTES];
      random.nextBytes(fresh);
      Files.createDirectories(folder);
      Files.writeString(
          file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.CREATE_NEW);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return new SecretKeySpec(fresh, "AES");
    } catch (IOException e) {
      throw new UncheckedIOException("The master key cannot be kept in " + folder, e);
    }
  }
}
