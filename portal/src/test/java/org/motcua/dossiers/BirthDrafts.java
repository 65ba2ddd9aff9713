package org.motcua.dossiers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.motcua.documents.Documents;
import org.motcua.documents.Files;
import org.motcua.dossiers.model.Applicant;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.ServiceVersion;
import org.motcua.eservices.FilledExample;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.PageOutcome;
import org.motcua.forms.TestForms;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;

/**
 * Birth registrations at Phường Hồng Hà, filled in as the service's examples have it. Each mother
 * is a citizen of her own, so that her inbox and her phone hold what one test has sent.
 */
@Component
public class BirthDrafts {

  public static final ServiceSlug SERVICE = new ServiceSlug("birth-registration");
  public static final String PROOF = "proof-of-birth";
  public static final String MARRIAGE = "marriage-certificate";

  private static final String MARRIED_PARENTS = "married-parents";
  private static final AtomicInteger mothers = new AtomicInteger();

  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Forms forms;
  private final Documents documents;
  private final Accounts accounts;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  BirthDrafts(
      DossierStore dossiers,
      OnlineServices services,
      Forms forms,
      Documents documents,
      Accounts accounts,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.dossiers = dossiers;
    this.services = services;
    this.forms = forms;
    this.documents = documents;
    this.accounts = accounts;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  /** Nine in the morning of the day on which the examples hold: a Saturday. */
  public static Instant today() {
    return example(MARRIED_PARENTS).today().atTime(9, 0).atZone(CountryTime.ZONE).toInstant();
  }

  /** A citizen who was never here before. */
  public CurrentUser mother() {
    var number = mothers.incrementAndGet();
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into identity.account
              (id, kind, name, citizen_id, phone, language, password_hash, created_at)
            values (:id, 'CITIZEN', 'Nguyễn Thị Mai', :citizenId, :phone, 'VIETNAMESE', '-', now())
            """)
        .param("id", id)
        .param("citizenId", "0221920%05d".formatted(number))
        .param("phone", "+8498700%04d".formatted(number))
        .update();
    return new CurrentUser(new AccountId(id), AccountKind.CITIZEN, "Nguyễn Thị Mai");
  }

  public String phoneOf(CurrentUser mother) {
    return accounts.getPerson(mother.id()).phone();
  }

  /** Everything answered, and the clinic's certificate attached. */
  public DossierId complete(CurrentUser mother) {
    return insert(mother, MARRIED_PARENTS, true);
  }

  public DossierId withoutPaper(CurrentUser mother) {
    return insert(mother, MARRIED_PARENTS, false);
  }

  /** The child is born tomorrow. */
  public DossierId faulty(CurrentUser mother) {
    return insert(mother, "born-tomorrow", true);
  }

  /** What a browser sends for one page of the form. */
  public MultiValueMap<String, String> typed(String page) {
    return TestForms.typed(
        service().form().findPage(page).orElseThrow(), example(MARRIED_PARENTS).answers());
  }

  /** How often each notice lies in the inbox. */
  public Map<String, Integer> noticesTo(CurrentUser mother) {
    var counts = new LinkedHashMap<String, Integer>();
    jdbc.sql("select notice_key from notifications.message where account_id = :id order by id")
        .param("id", mother.id().value())
        .query(String.class)
        .list()
        .forEach(key -> counts.merge(key, 1, Integer::sum));
    return counts;
  }

  public Dossier get(DossierId id) {
    return dossiers.find(id).orElseThrow();
  }

  private DossierId insert(CurrentUser mother, String name, boolean withPaper) {
    var example = example(name);
    var now = today();
    var service = service();
    var empty =
        Dossier.draft(
            DossierId.next(),
            new Applicant(mother.id(), mother.name(), phoneOf(mother)),
            new ServiceVersion(SERVICE, service.version(), service.procedure()),
            filledIn(service, example),
            now);
    transaction.executeWithoutResult(
        status -> {
          dossiers.insert(empty);
          if (withPaper) dossiers.attach(empty.id(), proofOfBirth(now));
        });
    return empty.id();
  }

  private Answers filledIn(OnlineService service, FilledExample example) {
    var context = new FillingContext(example.today(), Language.VIETNAMESE);
    var form = service.form();
    var answers = Answers.none();
    for (var page = Optional.of(form.firstPage()); page.isPresent(); ) {
      var typed = TestForms.typed(page.get(), example.answers());
      answers =
          switch (forms.check(form, page.get(), typed, answers, context)) {
            case PageOutcome.Accepted accepted -> accepted.answers();
            case PageOutcome.MoreToAsk more -> more.answers();
            case PageOutcome.Faulty faulty -> faulty.answers();
          };
      page = form.nextPage(page.get(), answers, context.today());
    }
    return answers;
  }

  private Attachment proofOfBirth(Instant now) {
    var kept = documents.keep(Files.pdf(), "giay-chung-sinh.pdf", "application/pdf");
    return new Attachment(PROOF, kept.id(), kept.name(), kept.size(), now);
  }

  private OnlineService service() {
    return services.get(SERVICE);
  }

  private static FilledExample example(String name) {
    return FilledExample.of(SERVICE, name);
  }
}
