package org.motcua.bills;

import static org.motcua.identity.DataHolder.facts;

import org.motcua.bills.model.Asked;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.SavedCodes;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is kept here about people. What they paid stays, as the law on accounts wants it. */
@Component
class HeldBills implements DataHolder {

  private static final int PAGE = 200;

  private final AskedStore asked;
  private final SavedCodes codes;

  HeldBills(AskedStore asked, SavedCodes codes) {
    this.asked = asked;
    this.codes = codes;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    parcel.put(
        "bills.asked",
        DataHolder.<Asked>all(
                PAGE, before -> asked.listOf(person, before == null ? null : before.id(), PAGE))
            .map(
                it ->
                    facts(
                        "what", inLanguage(it, parcel.language()),
                        "number", it.enquiry().number(),
                        "dong", it.total(),
                        "asked", it.askedAt(),
                        "paid", it.settledAt(),
                        "heard", it.heardAt())));
    parcel.put(
        "bills.code",
        codes.listOf(person).stream().map(it -> facts("number", it.number(), "label", it.label())));
  }

  private static String inLanguage(Asked it, Language language) {
    return language == Language.VIETNAMESE ? it.title().vietnamese() : it.title().english();
  }

  @EventListener
  void on(AccountClosed closed) {
    codes.removeAll(closed.account());
  }
}
