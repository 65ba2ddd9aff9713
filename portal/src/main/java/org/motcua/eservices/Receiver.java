package org.motcua.eservices;

import java.util.Optional;
import org.motcua.forms.Answers;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;

/** Which agency a dossier goes to. */
public sealed interface Receiver {

  /** Empty as long as the answers do not tell. */
  Optional<Agency> find(Answers answers, Organisation organisation);

  /** The people's committee of the commune that answers an address question. */
  record CommitteeOfCommune(String questionId) implements Receiver {

    @Override
    public Optional<Agency> find(Answers answers, Organisation organisation) {
      return answers
          .address(questionId)
          .filter(address -> !address.commune().isEmpty())
          .flatMap(address -> organisation.committeeOf(new UnitCode(address.commune())));
    }
  }
}
