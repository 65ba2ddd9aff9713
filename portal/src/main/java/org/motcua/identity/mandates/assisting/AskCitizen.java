package org.motcua.identity.mandates.assisting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateSubjects.Subject;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.mandates.assisting.AskOutcome.Asked;
import org.motcua.identity.mandates.assisting.AskOutcome.TooManyCodes;
import org.motcua.identity.mandates.assisting.AskOutcome.Wrong;
import org.motcua.identity.mandates.assisting.Assistance.Facts;
import org.motcua.identity.mandates.assisting.Assistance.Newcomer;
import org.motcua.identity.mandates.delegating.Subjects;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.Phone;
import org.motcua.identity.model.SocialInsuranceNumber;
import org.motcua.organisation.Agency;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the citizen's consent by a code to the citizen's own phone. Where there is an account, the
 * phone is the account's: what is typed at the counter cannot lead a code elsewhere.
 */
@Service
class AskCitizen {

  static final String PURPOSE = "identity.assisting";

  /** Key of the words of the message with the code: who asks, for what. */
  private static final String WORDS = "identity.assisting.code";

  private static final int LONGEST_NAME = 200;
  private static final int OLDEST = 130;

  private final Assistances assistances;
  private final AccountNames names;
  private final AccountStore accounts;
  private final Subjects subjects;
  private final Codes codes;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  AskCitizen(
      Assistances assistances,
      AccountNames names,
      AccountStore accounts,
      Subjects subjects,
      Codes codes,
      AuditTrail audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.assistances = assistances;
    this.names = names;
    this.accounts = accounts;
    this.subjects = subjects;
    this.codes = codes;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  AskOutcome ask(AssistanceForm form, CurrentUser officer, Agency agency, Page page) {
    var findings = new ArrayList<FieldError>();
    var account = accountOf(form.number());
    var number = CitizenId.parse(form.number()).orElse(null);
    if (number == null && account.isEmpty()) findings.add(error(page, "number"));
    var procedure = procedure(form.procedure(), page.language());
    if (procedure.isEmpty()) findings.add(error(page, "procedure"));
    var newcomer =
        number == null || account.isPresent() ? null : newcomer(number, form, page, findings);
    var phone = account.map(Account::phone).or(() -> Phone.parse(form.phone())).orElse(null);
    if (procedure.isEmpty() || phone == null || !findings.isEmpty()) {
      return new Wrong(new FieldErrors(findings), number != null && account.isEmpty());
    }
    var facts =
        new Facts(
            account.map(found -> found.id().value()).orElseGet(NewId::next),
            phone.international(),
            procedure.get().code(),
            procedure.get().name(),
            procedure.get().address(),
            agency.name(),
            newcomer);
    return ask(facts, officer, account.map(Account::language).orElse(Language.VIETNAMESE));
  }

  private AskOutcome ask(Facts facts, CurrentUser officer, Language language) {
    var request = new Assistance(NewId.next(), officer.id(), facts, clock.instant(), null);
    if (send(request, officer, language) instanceof Codes.Sending.TooMany) {
      return new TooManyCodes();
    }
    transaction.executeWithoutResult(
        status -> {
          assistances.add(request);
          audit.record(
              officer.actor(),
              "identity.assistance-asked",
              "account",
              facts.citizen().toString(),
              Map.of("procedure", facts.procedure(), "newcomer", facts.newcomer() != null));
        });
    return new Asked(request.id());
  }

  /** Another code for the same request. */
  Codes.Sending sendAgain(Assistance request, CurrentUser officer) {
    var language =
        accounts.find(request.citizen()).map(Account::language).orElse(Language.VIETNAMESE);
    return send(request, officer, language);
  }

  private Codes.Sending send(Assistance request, CurrentUser officer, Language language) {
    var facts = request.facts();
    return codes.send(
        PURPOSE,
        request.subject(),
        Recipient.phone(new Phone(facts.phone())),
        language,
        WORDS,
        officer.name(),
        facts.agency(),
        facts.procedureName());
  }

  Optional<Assistance> find(UUID id, CurrentUser officer) {
    return assistances.find(id, officer.id(), clock.instant());
  }

  /** Also of somebody who registered without a card, to whom the counter gives its number. */
  private Optional<Account> accountOf(String typed) {
    return Stream.of(
            CitizenId.parse(typed).flatMap(it -> names.find(NameKind.CITIZEN_ID, it.digits())),
            SocialInsuranceNumber.parse(typed)
                .flatMap(it -> names.find(NameKind.SOCIAL_INSURANCE_NUMBER, it.digits())),
            Phone.parse(typed).flatMap(it -> names.find(NameKind.PHONE, it.international())))
        .flatMap(Optional::stream)
        .flatMap(id -> accounts.find(id).stream())
        .filter(account -> account.kind() == AccountKind.CITIZEN && account.letsIn())
        .findFirst();
  }

  private Optional<Subject> procedure(String code, Language language) {
    return subjects.procedures(language).stream()
        .filter(subject -> subject.code().equals(code))
        .findFirst();
  }

  private @Nullable Newcomer newcomer(
      CitizenId number, AssistanceForm form, Page page, List<FieldError> findings) {
    var name = form.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) findings.add(error(page, "name"));
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    var born =
        form.born()
            .toDate()
            .filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(OLDEST)))
            .orElse(null);
    if (born == null) findings.add(error(page, "born"));
    else if (!number.fits(born)) findings.add(error(page, "born", "bornDoesNotFit"));
    if (Phone.parse(form.phone()).isEmpty()) findings.add(error(page, "phone"));
    return born == null ? null : new Newcomer(number.digits(), name, born);
  }

  private static FieldError error(Page page, String field) {
    return error(page, field, field);
  }

  private static FieldError error(Page page, String field, String message) {
    return new FieldError(field, page.t("identity.assisting.wrong." + message));
  }
}
