package org.motcua.catalogue.questioning;

import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.springframework.stereotype.Component;

@Component
class AskedViews {

  private final Catalogue catalogue;
  private final Organisation organisation;

  AskedViews(Catalogue catalogue, Organisation organisation) {
    this.catalogue = catalogue;
    this.organisation = organisation;
  }

  AskedView of(Question question) {
    var code = question.procedure();
    return new AskedView(
        question,
        code == null ? null : catalogue.find(code).orElse(null),
        organisation
            .findAgency(question.agency())
            .map(Agency::name)
            .orElse(question.agency().value()));
  }
}
