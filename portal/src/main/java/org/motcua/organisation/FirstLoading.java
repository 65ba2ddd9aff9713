package org.motcua.organisation;

import java.time.Duration;
import java.util.List;
import org.motcua.organisation.model.AgencySeed;
import org.motcua.organisation.model.CountryStore;
import org.motcua.organisation.model.UnitSeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with the country of 2020: three levels, 63 provinces. What came after is
 * loaded when an administrator asks for it.
 */
@Component
class FirstLoading {

  private static final Logger log = LoggerFactory.getLogger(FirstLoading.class);

  private final CountryStore store;
  private final TransactionTemplate transaction;

  FirstLoading(CountryStore store, TransactionTemplate transaction) {
    this.store = store;
    this.transaction = transaction;
  }

  void loadIfEmpty() {
    if (!store.isEmpty()) return;
    transaction.executeWithoutResult(
        status -> {
          store.lock();
          if (store.isEmpty()) load();
        });
  }

  private void load() {
    var began = System.nanoTime();
    List<Unit> units = UnitSeed.of2020();
    List<Agency> agencies = AgencySeed.of2020(units);
    store.addUnits(units);
    store.addAgencies(agencies);
    log.info(
        "Loaded {} units and {} agencies in {} ms",
        units.size(),
        agencies.size(),
        Duration.ofNanos(System.nanoTime() - began).toMillis());
  }
}
