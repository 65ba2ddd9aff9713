package org.motcua.documents.verifying;

import java.time.Duration;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** How often one address may ask after codes, by the page or by the interface for machines. */
@Component
class CodeTries {

  private static final Limit CODES = new Limit(120, Duration.ofMinutes(1));

  private final RateLimits limits;

  CodeTries(RateLimits limits) {
    this.limits = limits;
  }

  void take(String address) {
    if (!limits.tryConsume("documents.verify-code:" + address, CODES)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }
}
