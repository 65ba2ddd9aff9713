package org.motcua.connect.agreeing;

import org.motcua.connect.clients.SiteWords;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.signons.ClientPeople;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Component;

/** Puts together what somebody reads before he decides. */
@Component
class AgreementViews {

  private final AgreementStore agreements;
  private final ClientPeople people;
  private final OwnFacts ownFacts;
  private final SiteWords words;

  AgreementViews(
      AgreementStore agreements, ClientPeople people, OwnFacts ownFacts, SiteWords words) {
    this.agreements = agreements;
    this.people = people;
    this.ownFacts = ownFacts;
    this.words = words;
  }

  AgreementView of(CurrentUser user, Site site, ClientRequest request, Page page) {
    var client = site.client();
    var portal = site.portal();
    var person =
        people
            .find(user.id(), client)
            .orElseThrow(() -> new IllegalStateException("Gone while signed in: " + user.id()));
    var before = agreements.find(user.id(), client.id()).orElse(null);
    return new AgreementView(
        client.name(page.language()),
        words.agency(client),
        words.host(client),
        client.sandbox() ? person.name() : null,
        before != null,
        ownFacts.of(person, portal.required(), before, page),
        ownFacts.of(person, portal.optional(), before, page),
        request.query(),
        PersonalData.names(portal.asked()));
  }
}
