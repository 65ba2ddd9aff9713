package org.motcua.organisation.reforming;

import java.util.List;
import java.util.Map;
import org.motcua.organisation.model.CommuneImport;
import org.motcua.organisation.model.Country;
import org.motcua.organisation.model.CountryStore;
import org.motcua.organisation.model.Reform;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the communes that follow on the reform, with their people's committees. */
@Service
class ImportCommunes {

  private final CountryStore store;
  private final AuditTrail audit;

  ImportCommunes(CountryStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * @param text see {@link CommuneImport}
   * @param actor as the audit trail names it
   */
  @Transactional
  ImportReport load(String text, String actor) {
    store.lock();
    var country =
        new Country(Reform.DAY, store.listUnits(), store.listAgencies(), store.listSuccessions());
    var communes = new CommuneImport(country, text);
    var report =
        new ImportReport(
            communes.units().size(), communes.unchanged(), List.copyOf(communes.faults()));
    if (communes.units().isEmpty()) return report;

    store.addUnits(communes.units());
    store.addSuccessions(communes.successions());
    store.addAgencies(communes.agencies());
    store.reviseAgencies(communes.revised());
    store.announceChange();
    audit.record(
        actor,
        "organisation.communes-imported",
        "country",
        Reform.DAY.toString(),
        Map.of("loaded", report.loaded(), "refused", report.faults().size()));
    return report;
  }
}
