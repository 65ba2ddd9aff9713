package org.motcua.bills;

import java.time.Duration;
import java.util.List;
import org.motcua.bills.model.BillSource;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Asks whoever is owed. Numbers are soon guessed, so that strangers ask seldom. */
@Service
class LookUp {

  private static final Limit BY_ADDRESS = new Limit(60, Duration.ofMinutes(10));
  private static final Limit BY_NUMBER = new Limit(30, Duration.ofMinutes(30));

  private final List<BillSource> sources;
  private final RateLimits limits;

  LookUp(List<BillSource> sources, RateLimits limits) {
    this.sources = sources;
    this.limits = limits;
  }

  boolean offers(Creditor creditor) {
    return sources.stream().anyMatch(source -> source.serves(creditor));
  }

  BillSource of(Creditor creditor) {
    return sources.stream()
        .filter(source -> source.serves(creditor))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * @param from the network address of whoever asks
   */
  Found byStranger(Enquiry enquiry, String from) {
    if (!limits.tryConsume("bills.address:" + from, BY_ADDRESS)
        || !limits.tryConsume(
            "bills.number:" + enquiry.creditor() + ":" + enquiry.number(), BY_NUMBER)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    return again(enquiry);
  }

  /** By the portal itself, or by whom the number belongs to. */
  Found again(Enquiry enquiry) {
    return of(enquiry.creditor()).lookUp(enquiry);
  }
}
