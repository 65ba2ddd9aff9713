package org.motcua.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.model.Country;
import org.motcua.organisation.model.CountryStore;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The picture of the country that this node answers from; the database tells when to look again. It
 * hears first: other listeners look at the country through it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CountryInMemory implements NoticeListener {

  private final CountryStore store;
  private volatile @Nullable Country current;

  CountryInMemory(CountryStore store, FirstLoading firstLoading) {
    this.store = store;
    firstLoading.loadIfEmpty();
  }

  Country on(LocalDate day) {
    var country = current;
    if (country != null && country.day().equals(day)) return country;
    var turned = country == null ? load(day) : country.on(day);
    current = turned;
    return turned;
  }

  private Country load(LocalDate day) {
    return new Country(day, store.listUnits(), store.listAgencies(), store.listSuccessions());
  }

  @Override
  public String channel() {
    return CountryStore.CHANNEL;
  }

  @Override
  public void listening() {
    current = null;
  }

  @Override
  public void heard(List<String> payloads) {
    var country = current;
    if (country != null) current = load(country.day());
  }
}
