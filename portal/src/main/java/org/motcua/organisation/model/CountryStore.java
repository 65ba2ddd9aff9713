package org.motcua.organisation.model;

import java.time.LocalDate;
import java.util.List;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Unit;

/** Where units and agencies are kept, those of the past included. */
public interface CountryStore {

  /** Where changes are announced to all nodes. */
  String CHANNEL = "organisation_country";

  /** Held until the end of the transaction: two nodes never change the country at once. */
  void lock();

  boolean isEmpty();

  List<Unit> listUnits();

  List<Agency> listAgencies();

  List<Succession> listSuccessions();

  void addUnits(List<Unit> units);

  void addAgencies(List<Agency> agencies);

  void addSuccessions(List<Succession> successions);

  /** These units stand until the day before. */
  void endUnits(List<Unit> units, LocalDate end);

  /** All but the code and the first day, of agencies that are there. */
  void reviseAgencies(List<Agency> agencies);

  /** Tells all nodes, when the transaction has committed, to look again. */
  void announceChange();
}
