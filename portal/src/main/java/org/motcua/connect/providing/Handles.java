package org.motcua.connect.providing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;

/**
 * Codes and refresh tokens: each names the row of its sign-on and carries a keyed hash that nobody
 * else can make. So they need no index, nothing of them lies in the database, and the same one can
 * be given again when an answer was lost on its way.
 */
@Component
class Handles {

  private static final String CODE = "connect.code";
  private static final String REFRESH = "connect.refresh";
  private static final int ID_BYTES = 20;
  private static final int MAC_BYTES = 32;

  private final Vault vault;

  Handles(Vault vault) {
    this.vault = vault;
  }

  /**
   * @param generation how many refreshes came before it
   */
  record RefreshHandle(UUID signOn, int generation) {}

  String code(UUID signOn) {
    return write(CODE, signOn, 0);
  }

  Optional<UUID> openCode(String code) {
    return read(CODE, code).map(RefreshHandle::signOn);
  }

  String refresh(UUID signOn, int generation) {
    return write(REFRESH, signOn, generation);
  }

  Optional<RefreshHandle> openRefresh(String token) {
    return read(REFRESH, token);
  }

  private String write(String purpose, UUID id, int generation) {
    var body =
        ByteBuffer.allocate(ID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .putInt(generation)
            .array();
    var mac = vault.mac(purpose, text(body));
    return text(ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(body).put(mac).array());
  }

  private Optional<RefreshHandle> read(String purpose, String handle) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(handle);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
    if (bytes.length != ID_BYTES + MAC_BYTES) return Optional.empty();
    var body = Arrays.copyOf(bytes, ID_BYTES);
    var mac = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    if (vault.macs(purpose, text(body)).stream().noneMatch(it -> MessageDigest.isEqual(it, mac))) {
      return Optional.empty();
    }
    var read = ByteBuffer.wrap(body);
    return Optional.of(new RefreshHandle(new UUID(read.getLong(), read.getLong()), read.getInt()));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
