package org.motcua.dossiers.model;

import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.forms.Answers;

/** Which drafts were carried over to a newer version of their service. */
public interface CarriedOverStore {

  Optional<CarriedOver> find(DossierId draft);

  /** The draft is of that version from now on. */
  void carry(DossierId draft, ServiceVersion to, Answers kept, CarriedOver carried);
}
