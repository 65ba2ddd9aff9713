package org.motcua.dossiers.submitting;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.PostalAddress;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Given;
import org.motcua.forms.PageOutcome;
import org.motcua.forms.Prefill;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.Words;
import org.motcua.identity.Accounts;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Asks how the result is to come, where a service offers several ways: of those that ask in their
 * own form, and of those without a result, nothing.
 */
@Component
public class AskDelivery {

  private static final String RECIPIENT = "post.recipient";
  private static final String PHONE = "post.phone";
  private static final String ADDRESS = "post.address";

  private static final FormDefinition FORM =
      new FormDefinition(
          List.of(
              new FormPage(
                  "delivery",
                  new Words("Địa chỉ nhận", "Address"),
                  null,
                  null,
                  List.of(
                      question(
                          RECIPIENT,
                          new QuestionType.PersonName(),
                          "Họ tên người nhận",
                          "Who receives it"),
                      question(
                          PHONE,
                          new QuestionType.Phone(),
                          "Số điện thoại người nhận",
                          "The receiver’s phone"),
                      question(
                          ADDRESS,
                          new QuestionType.UnitAddress(true),
                          "Địa chỉ nhận",
                          "Address")))),
          List.of());

  private static Question question(String id, QuestionType type, String vi, String en) {
    var label = new Words(vi, en);
    return new Question(id, type, label, label, null, true, null, List.of(), null, null);
  }

  private final OnlineServices services;
  private final Forms forms;
  private final Accounts accounts;
  private final Organisation organisation;
  private final Clock clock;

  AskDelivery(
      OnlineServices services,
      Forms forms,
      Accounts accounts,
      Organisation organisation,
      Clock clock) {
    this.services = services;
    this.forms = forms;
    this.accounts = accounts;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * How the applicant wants it.
   *
   * @param address where the post brings it; null for any other way
   */
  public record Wish(Delivery delivery, @Nullable PostalAddress address) {

    public static Wish of(Delivery delivery) {
      return new Wish(delivery, null);
    }
  }

  /**
   * What somebody has typed.
   *
   * @param wish null as long as the address is not right
   */
  record Typed(Delivery delivery, Answers answers, List<Fault> faults, @Nullable Wish wish) {}

  boolean asks(Dossier dossier) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return service.result() != null
        && service.handedTo() == null
        && service.deliveries().size() > 1
        && !asksItself(service);
  }

  private static boolean asksItself(OnlineService service) {
    return service.form().questions().stream()
        .anyMatch(
            question ->
                question.type() instanceof QuestionType.OneOf choice
                    && choice.find("post").isPresent());
  }

  /** As nobody has typed anything yet: what the account knows. */
  Typed begin(Dossier dossier) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return new Typed(service.usualDelivery(), known(dossier), List.of(), null);
  }

  private Answers known(Dossier dossier) {
    var applicant = dossier.applicant();
    var answers = Answers.none().with(RECIPIENT, applicant.name()).with(PHONE, applicant.phone());
    return accounts
        .findPerson(applicant.account())
        .map(person -> person.address())
        .map(home -> answers.with(ADDRESS, address(home.commune(), home.street())))
        .orElse(answers);
  }

  private Map<String, String> address(String commune, String street) {
    var parts = new TreeMap<String, String>();
    var unit = UnitCode.parse(commune).flatMap(organisation::findUnit);
    while (unit.isPresent()) {
      var here = unit.get();
      parts.put(here.level().name().toLowerCase(Locale.ROOT), here.code().value());
      unit = Optional.ofNullable(here.parent()).flatMap(organisation::findUnit);
    }
    parts.put("street", street);
    return parts;
  }

  Typed read(
      Dossier dossier, Delivery delivery, MultiValueMap<String, String> sent, Language language) {
    if (!asks(dossier)) return new Typed(delivery, Answers.none(), List.of(), Wish.of(delivery));
    var page = FORM.firstPage();
    var outcome = forms.check(FORM, page, sent, known(dossier), context(language));
    if (delivery != Delivery.POST) {
      var answers = answers(outcome);
      return new Typed(delivery, answers, List.of(), Wish.of(delivery));
    }
    return switch (outcome) {
      case PageOutcome.Accepted(var answers) ->
          new Typed(delivery, answers, List.of(), new Wish(delivery, address(answers)));
      case PageOutcome.MoreToAsk(var answers) -> new Typed(delivery, answers, List.of(), null);
      case PageOutcome.Faulty(var answers, var faults) ->
          new Typed(delivery, answers, faults, null);
    };
  }

  private static Answers answers(PageOutcome outcome) {
    return switch (outcome) {
      case PageOutcome.Accepted(var answers) -> answers;
      case PageOutcome.MoreToAsk(var answers) -> answers;
      case PageOutcome.Faulty(var answers, var faults) -> answers;
    };
  }

  /** What a program sends. */
  public Given given(String recipient, String phone, Map<String, ?> address, Language language) {
    var sent = Map.of(RECIPIENT, recipient, PHONE, phone, ADDRESS, address);
    return forms.given(FORM, sent, Answers.none(), Prefill.none(), context(language));
  }

  public PostalAddress address(Answers right) {
    return new PostalAddress(
        right.text(RECIPIENT).orElseThrow(),
        right.text(PHONE).orElseThrow(),
        right.address(ADDRESS).orElseThrow().commune(),
        forms.text(FORM, ADDRESS, right, context(Language.VIETNAMESE)));
  }

  @Nullable DeliveryView view(Dossier dossier, Typed typed, Language language) {
    if (!asks(dossier)) return null;
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var page = FORM.firstPage();
    var questions =
        forms.ask(FORM, page, typed.answers(), typed.faults(), Prefill.none(), context(language));
    return new DeliveryView(service.deliveries(), typed.delivery(), questions);
  }

  private FillingContext context(Language language) {
    return FillingContext.now(clock, language);
  }
}
