package org.motcua.identity.mandates.delegating;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.motcua.identity.Power;
import org.motcua.identity.mandates.delegating.DelegationsView.Card;
import org.motcua.identity.mandates.model.DelegationOffer;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Puts both sides into words. */
@Component
class DelegationsViews {

  private static final int PAGE = 20;

  private final Mandates mandates;
  private final Delegations delegations;
  private final Accounts accounts;
  private final Subjects subjects;
  private final Messages messages;
  private final Clock clock;

  DelegationsViews(
      Mandates mandates,
      Delegations delegations,
      Accounts accounts,
      Subjects subjects,
      Messages messages,
      Clock clock) {
    this.mandates = mandates;
    this.delegations = delegations;
    this.accounts = accounts;
    this.subjects = subjects;
    this.messages = messages;
    this.clock = clock;
  }

  DelegationsView of(
      CurrentUser user,
      @Nullable MandateId heldBefore,
      @Nullable MandateId givenBefore,
      Language language) {
    var held = mandates.listHeld(user.id(), heldBefore, PAGE + 1);
    var given = mandates.listGiven(user.id(), givenBefore, PAGE + 1);
    var offersToMe = delegations.offeredTo(user.id());
    var people = people(held, given, offersToMe);
    return new DelegationsView(
        offersToMe.stream()
            .map(offer -> card(offer, nameOf(offer.represented(), people), language))
            .toList(),
        page(held).map(mandate -> held(mandate, people, language)).toList(),
        older(held, "held"),
        delegations.given(user.id()).stream().map(offer -> offered(offer, language)).toList(),
        page(given).map(mandate -> given(mandate, people, language)).toList(),
        older(given, "given"));
  }

  /** A single one, whose other side is asked for by itself. */
  Card one(Mandate mandate, boolean held, Language language) {
    var people = accounts.findPersons(List.of(mandate.represented(), mandate.holder()));
    return held ? held(mandate, people, language) : given(mandate, people, language);
  }

  Card offered(DelegationOffer offer, Language language) {
    return card(offer, typed(offer, language), language);
  }

  /** Of all that is shown, in one query. */
  private Map<AccountId, Person> people(
      List<Mandate> held, List<Mandate> given, List<DelegationOffer> offers) {
    return accounts.findPersons(
        Stream.of(
                held.stream().map(Mandate::represented),
                given.stream().map(Mandate::holder),
                offers.stream().map(DelegationOffer::represented))
            .flatMap(ids -> ids)
            .collect(Collectors.toSet()));
  }

  private static Stream<Mandate> page(List<Mandate> found) {
    return found.stream().limit(PAGE);
  }

  private static @Nullable String older(List<Mandate> found, String side) {
    return found.size() > PAGE ? "/my/delegations?" + side + "=" + found.get(PAGE - 1).id() : null;
  }

  private Card held(Mandate mandate, Map<AccountId, Person> people, Language language) {
    return card(mandate, nameOf(mandate.represented(), people), true, language);
  }

  private Card given(Mandate mandate, Map<AccountId, Person> people, Language language) {
    return card(mandate, nameOf(mandate.holder(), people), false, language);
  }

  private Card card(Mandate mandate, String name, boolean held, Language language) {
    var stands = mandate.stands(clock.instant());
    var elsewhere = elsewhere(mandate.kind(), held);
    var begunHere =
        mandate.kind() == MandateKind.DELEGATION || mandate.kind() == MandateKind.MEMBER;
    return new Card(
        mandate.id().toString(),
        name,
        messages.text(language, "identity.delegations.kind." + mandate.kind()),
        powers(mandate.powers(), language),
        subjects.name(mandate.scope(), language),
        until(mandate.kind(), mandate.until(), language),
        stands ? null : state(mandate, language),
        stands && held && begunHere,
        stands && mandate.kind() != MandateKind.MEMBER,
        stands ? elsewhere : null);
  }

  private static @Nullable String elsewhere(MandateKind kind, boolean held) {
    return switch (kind) {
      case MEMBER -> "/my/enterprises";
      case CHILD -> held ? "/my/children" : null;
      case DELEGATION, COUNTER -> null;
    };
  }

  private Card card(DelegationOffer offer, String name, Language language) {
    return new Card(
        offer.id().toString(),
        name,
        messages.text(language, "identity.delegations.kind." + MandateKind.DELEGATION),
        powers(offer.powers(), language),
        subjects.name(offer.scope(), language),
        until(MandateKind.DELEGATION, offer.until(), language),
        null,
        false,
        false,
        null);
  }

  private String typed(DelegationOffer offer, Language language) {
    return messages.text(
        language, "identity.delegations.typed", offer.holderName(), offer.numberEnd());
  }

  private String powers(Set<Power> powers, Language language) {
    return powers.stream()
        .sorted(Comparator.naturalOrder())
        .map(power -> messages.text(language, "identity.delegations.power.short." + power))
        .collect(Collectors.joining(", "));
  }

  /** Days end at midnight; the last one is what people call the end. */
  private String until(MandateKind kind, @Nullable Instant until, Language language) {
    if (until == null) return messages.text(language, "identity.delegations.until.ended");
    var formats = new Formats(language);
    return kind == MandateKind.COUNTER
        ? formats.dateTime(until)
        : messages.text(
            language, "identity.delegations.until.day", formats.date(until.minusMillis(1)));
  }

  private String state(Mandate mandate, Language language) {
    var revokedAt = mandate.revokedAt();
    return revokedAt == null
        ? messages.text(language, "identity.delegations.state.expired")
        : messages.text(
            language,
            "identity.delegations.state.revoked",
            new Formats(language).dateTime(revokedAt));
  }

  private static String nameOf(AccountId account, Map<AccountId, Person> people) {
    var person = people.get(account);
    return person == null ? "–" : person.name();
  }
}
