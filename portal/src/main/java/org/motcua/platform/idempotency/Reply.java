package org.motcua.platform.idempotency;

import java.util.Map;

/**
 * What a call is answered, the first time and each time after.
 *
 * @param headers besides those that every answer has
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

  public Reply {
    headers = Map.copyOf(headers);
  }
}
