package org.motcua.organisation.reforming;

import java.util.List;
import java.util.Map;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.model.Country;
import org.motcua.organisation.model.CountryStore;
import org.motcua.organisation.model.NewProvince;
import org.motcua.organisation.model.Reform;
import org.motcua.organisation.reforming.LoadReform.Outcome.AlreadyLoaded;
import org.motcua.organisation.reforming.LoadReform.Outcome.DoesNotFit;
import org.motcua.organisation.reforming.LoadReform.Outcome.Loaded;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the 34 provinces of 1 July 2025. Only on request: until the communes are imported too,
 * people cannot choose one.
 */
@Service
class LoadReform {

  private final CountryStore store;
  private final AuditTrail audit;

  LoadReform(CountryStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * @param actor as the audit trail names it
   */
  @Transactional
  Outcome load(String actor) {
    store.lock();
    var units = store.listUnits();
    if (units.stream().anyMatch(unit -> unit.validFrom().equals(Reform.DAY))) {
      return new AlreadyLoaded();
    }
    var country = new Country(Reform.DAY, units, store.listAgencies(), store.listSuccessions());
    var reform = new Reform(country, NewProvince.of2025());
    if (!reform.misfits().isEmpty()) return new DoesNotFit(reform.misfits());

    store.endUnits(reform.ended(), Reform.DAY);
    store.addUnits(reform.added());
    store.addSuccessions(reform.successions());
    store.reviseAgencies(reform.revised());
    store.announceChange();
    audit.record(
        actor,
        "organisation.reform-loaded",
        "country",
        Reform.DAY.toString(),
        Map.of("ended", reform.ended().size(), "added", reform.added().size()));
    return new Loaded(reform.ended().size(), reform.added().size());
  }

  sealed interface Outcome {
    record Loaded(int unitsEnded, int provincesAdded) implements Outcome {}

    record AlreadyLoaded() implements Outcome {}

    /** The provinces of this country are not the 63 of which the reform speaks. */
    record DoesNotFit(List<UnitCode> provinces) implements Outcome {

      List<String> codes() {
        return provinces.stream().map(UnitCode::value).toList();
      }
    }
  }
}
