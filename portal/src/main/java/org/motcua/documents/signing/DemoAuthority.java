package org.motcua.documents.signing;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stands in for the government's certification authority: a root made when first needed, and under
 * it one key at a time for each agency that signs. All nodes share them.
 */
@Component
class DemoAuthority {

  private final JdbcSigningKeys keys;
  private final Clock clock;
  private final TransactionTemplate ownTransaction;

  private final Map<AgencyId, SigningKey> agencies = new ConcurrentHashMap<>();
  private volatile @Nullable SigningKey root;

  DemoAuthority(JdbcSigningKeys keys, Clock clock, PlatformTransactionManager transactions) {
    this.keys = keys;
    this.clock = clock;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  X509Certificate rootCertificate() {
    return root().certificate();
  }

  SigningKey keyOf(AgencyId agency, String agencyName) {
    var cached = agencies.get(agency);
    if (cached != null && cached.holdsAt(clock.instant())) return cached;
    var above = root();
    var key =
        keptOrMade(
            () -> keys.findNewest(agency).filter(kept -> kept.holdsAt(clock.instant())),
            () -> KeyMaker.agency(agency, agencyName, above, clock.instant()),
            agency);
    agencies.put(agency, key);
    return key;
  }

  private SigningKey root() {
    var cached = root;
    if (cached != null) return cached;
    var key = keptOrMade(keys::findRoot, () -> KeyMaker.root(clock.instant()), null);
    root = key;
    return key;
  }

  private SigningKey keptOrMade(
      Supplier<Optional<SigningKey>> kept, Supplier<SigningKey> fresh, @Nullable AgencyId agency) {
    return kept.get()
        .orElseGet(
            () ->
                ownTransaction.execute(
                    status -> {
                      keys.lock();
                      return kept.get().orElseGet(() -> insert(agency, fresh.get()));
                    }));
  }

  private SigningKey insert(@Nullable AgencyId agency, SigningKey key) {
    keys.insert(agency, key, clock.instant());
    return key;
  }
}
