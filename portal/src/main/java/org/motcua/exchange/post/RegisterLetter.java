package org.motcua.exchange.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.motcua.dossiers.PostalHandling;
import org.motcua.platform.calling.OutOfOrder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the operator of a letter. May run twice, and be killed anywhere. */
@Service
class RegisterLetter {

  private final PostalHandling handling;
  private final PostalOperator operator;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String followAt;
  private final Duration interval;

  RegisterLetter(
      PostalHandling handling,
      PostalOperator operator,
      Letters letters,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.exchange.post.follow-url}") String followAt,
      @Value("${motcua.exchange.post.interval}") Duration interval) {
    this.handling = handling;
    this.operator = operator;
    this.letters = letters;
    this.transaction = transaction;
    this.clock = clock;
    this.followAt = followAt;
    this.interval = interval;
  }

  /**
   * @throws OutOfOrder when it has to be done again
   */
  void register(UUID consignment) {
    var parcel = handling.find(consignment);
    if (parcel.isEmpty()) return;
    var tracking = operator.take(parcel.get());
    var page =
        URI.create(followAt + "?code=" + URLEncoder.encode(tracking, StandardCharsets.UTF_8));
    transaction.executeWithoutResult(
        status -> {
          letters.add(new Letters.Letter(consignment, tracking), clock.instant().plus(interval));
          handling.taken(consignment, tracking, page);
        });
  }
}
