package org.motcua.connect.registering;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.ClientStage;

/**
 * Which addresses a system may register. Codes and sign-outs are sent there and nowhere else, so
 * each is written out in full and nobody can listen on the way.
 */
final class Addresses {

  enum Fault {
    NOT_AN_ADDRESS,
    TOO_LONG,
    NOT_HTTPS,
    HAS_FRAGMENT,
    HAS_WILDCARD,
    HAS_USER,
    /** On a developer's own machine, and the system is in use already. */
    LOCAL,
    /** Called by the portal itself, which would call itself. */
    OF_OURS
  }

  static final int LONGEST = 500;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** One a line, each once. */
  static List<String> lines(String typed) {
    return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  /** To which a browser is sent; null where nothing is wrong with it. */
  static @Nullable Fault fault(String address, ClientStage stage) {
    if (address.length() > LONGEST) return Fault.TOO_LONG;
    if (address.contains("*")) return Fault.HAS_WILDCARD;
    var uri = parsed(address);
    if (uri == null || uri.getHost() == null || uri.getScheme() == null) {
      return Fault.NOT_AN_ADDRESS;
    }
    if (uri.getRawUserInfo() != null) return Fault.HAS_USER;
    if (uri.getRawFragment() != null) return Fault.HAS_FRAGMENT;
    if (isLocal(uri)) return localFault(uri, stage);
    return uri.getScheme().equals("https") ? null : Fault.NOT_HTTPS;
  }

  private static @Nullable Fault localFault(URI uri, ClientStage stage) {
    if (stage != ClientStage.SANDBOX) return Fault.LOCAL;
    return uri.getScheme().equals("https") || uri.getScheme().equals("http")
        ? null
        : Fault.NOT_HTTPS;
  }

  /**
   * Which the portal calls by itself.
   *
   * @param localToo where the portal runs on a developer's machine, for demonstration
   */
  static @Nullable Fault faultOfCalled(String address, ClientStage stage, boolean localToo) {
    var fault = fault(address, stage);
    if (fault != null) return fault;
    var uri = parsed(address);
    return uri != null && isWithinMachine(uri) && !localToo ? Fault.OF_OURS : null;
  }

  static boolean isLocal(String address) {
    var uri = parsed(address);
    return uri != null && uri.getHost() != null && isLocal(uri);
  }

  private static boolean isLocal(URI uri) {
    return LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  /** Loopback and link-local addresses, however they are written. */
  private static boolean isWithinMachine(URI uri) {
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    return isLocal(uri)
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.startsWith("169.254.")
        || host.startsWith("0.")
        || host.startsWith("[");
  }

  private static @Nullable URI parsed(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }

  private Addresses() {}
}
