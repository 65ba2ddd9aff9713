package org.motcua.dossiers.papers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.model.PaperKind;
import org.motcua.dossiers.model.PaperLook.Act;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DataHolder;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.motcua.testing.AnotherNode;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Enterprises;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.transaction.support.TransactionTemplate;

class StoreTests extends StoreTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired HeldPapers held;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Environment environment;
  @Autowired ApplicationContext here;

  @Test
  void aPaperIsKeptLookedAtRenamedAndRemoved() {
    var mother = births.mother();
    assertThat(text(as(mother).open(STORE))).contains("Kho còn trống");
    var pdf = Files.pdf(9_000);
    var paper = keep(mother, "sổ hồng.pdf", pdf);
    assertThat(text(as(mother).open(STORE))).contains("sổ hồng.pdf", "Bạn tải lên", "1/300");
    assertThat(as(mother).open(at(paper) + "/file")).hasStatusOk().body().isEqualTo(pdf);
    assertThat(
            as(mother)
                .open(at(paper) + "/file?download=true")
                .getResponse()
                .getHeader("Content-Disposition"))
        .startsWith("attachment");

    var changed =
        as(mother)
            .send(
                at(paper) + "/details",
                "name",
                "Sổ hồng nhà số 15",
                "kind",
                "LAND",
                "until.day",
                "1",
                "until.month",
                "12",
                "until.year",
                "2030");
    assertThat(changed).hasRedirectedUrl(at(paper) + "?said=changed");
    var after = all(mother).getFirst();
    assertThat(after.name()).isEqualTo("Sổ hồng nhà số 15");
    assertThat(after.kind()).isEqualTo(PaperKind.LAND);
    assertThat(after.validUntil()).isEqualTo(LocalDate.of(2030, 12, 1));

    for (var twice = 0; twice < 2; twice++) {
      assertThat(as(mother).send(at(paper) + "/removal")).hasRedirectedUrl(STORE + "?removed");
    }
    assertThat(all(mother)).isEmpty();
    assertThat(documents.find(paper.document())).isEmpty();
    assertThat(as(mother).open(at(paper))).hasStatus(404);
  }

  @Test
  void whatIsTypedWronglyIsToldAndNothingChanged() {
    var mother = births.mother();
    var paper = keep(mother, "a.pdf", Files.pdf(9_001));
    var answer = as(mother).send(at(paper) + "/details", "name", " ", "until.day", "31");
    assertThat(text(answer)).contains("Hãy đặt tên cho giấy tờ", "Ngày hết hạn chưa đúng");
    assertThat(text(as(mother).send(at(paper) + "/details", "name", "x".repeat(151))))
        .contains("dài quá 150 ký tự");
    assertThat(all(mother)).containsExactly(paper);
    assertThat(text(as(mother).send(STORE, "name", "Không có tệp"))).contains("Hãy chọn một tệp");
  }

  @Test
  void aHostileFileIsRefusedInWords() {
    var mother = births.mother();
    for (var file : List.of(Files.webPage(), Files.pdfWithJavaScript(), Files.pdfBomb())) {
      assertThat(send(mother, "a.pdf", file)).hasStatusOk();
    }
    assertThat(text(send(mother, "a.pdf", Files.webPage()))).contains("không đúng với tên tệp");
    assertThat(all(mother)).isEmpty();
  }

  @Test
  void theSameFileIsKeptOnceHoweverOftenAndAtOnceItIsSent() {
    var mother = births.mother();
    var pdf = Files.pdf(9_002);
    AtOnce.both(() -> send(mother, "a.pdf", pdf), () -> send(mother, "a.pdf", pdf));
    var again = send(mother, "khác tên.pdf", pdf);
    assertThat(again).hasRedirectedUrl(at(all(mother).getFirst()) + "?said=there");
    assertThat(all(mother)).hasSize(1);
  }

  @Test
  void twoNodesKeepTheSameFileOnceAndEachHasIt() throws IOException {
    var mother = births.mother();
    var pdf = Files.pdf(9_015);
    try (var other = AnotherNode.beside(environment)) {
      AtOnce.both(() -> keptAt(here, mother, pdf), () -> keptAt(other, mother, pdf));
      assertThat(all(mother)).hasSize(1);
      var document = all(mother).getFirst().document();
      var there = other.getBean(Documents.class).open(document);
      assertThat(there.getContentAsByteArray()).isEqualTo(pdf);
    }
    assertThat(as(mother).open(at(all(mother).getFirst()) + "/file")).body().isEqualTo(pdf);
  }

  private static KeepOutcome keptAt(ApplicationContext node, CurrentUser owner, byte[] content) {
    var file = node.getBean(Documents.class).examine(Files.upload("a.pdf", content));
    var said = new NewPaper("a", PaperKind.OTHER, null);
    return node.getBean(KeepPaper.class).keep(owner, (Examined) file, said);
  }

  @Test
  void aFullStoreTakesNoMoreAndSaysWhy() {
    var mother = births.mother();
    var paper = keep(mother, "a.pdf", Files.pdf(9_003));
    jdbc.sql("update dossiers.kept_paper set size = 524288000 where id = :id")
        .param("id", paper.id().value())
        .update();
    assertThat(text(send(mother, "b.pdf", Files.pdf(9_004)))).contains("không đủ chỗ cho tệp này");
    assertThat(all(mother)).hasSize(1);
  }

  @Test
  void eachLookIsSeenOnceAnHour() {
    var mother = births.mother();
    var paper = keep(mother, "a.pdf", Files.pdf(9_005));
    for (var often = 0; often < 5; often++) as(mother).open(at(paper) + "/file");
    assertThat(looks(paper))
        .singleElement()
        .satisfies(look -> assertThat(look.act()).isEqualTo(Act.OPENED));
    assertThat(text(as(mother).open(at(paper)))).contains("Bạn đã mở xem");
  }

  @Test
  void anothersPaperIsNotThere() {
    var paper = keep(births.mother(), "a.pdf", Files.pdf(9_006));
    var stranger = births.mother();
    for (var page : List.of("", "/file", "/details", "/removal")) {
      assertThat(as(stranger).open(at(paper) + page)).as(page).hasStatus(404);
    }
    assertThat(as(stranger).send(at(paper) + "/details", "name", "Của tôi")).hasStatus(404);
    as(stranger).send(at(paper) + "/removal");
    assertThat(papers.find(paper.id(), paper.owner())).contains(paper);
    assertThat(looks(paper)).isEmpty();
  }

  @Test
  void aDelegateOfEverythingSeesTheStoreOnceItsOwnerHasOpenedItAndUntilTheMandateEnds() {
    var mother = births.mother();
    var aunt = births.mother();
    var paper = keep(mother, "a.pdf", Files.pdf(9_007));
    var acting = acting(mother, aunt, ALL, Power.FILE);
    assertThat(as(acting).open(STORE)).hasStatus(403);
    assertThat(as(acting).open(at(paper))).hasStatus(403);

    var recipient = "account:" + aunt.id();
    as(mother).send(STORE + "/helpers", "holder", aunt.id().toString());
    as(mother).send(STORE + "/helpers", "holder", aunt.id().toString());
    assertThat(text(as(mother).open(STORE + "/helpers"))).contains("Được dùng kho giấy tờ");
    assertThat(as(acting).open(at(paper) + "/file")).hasStatusOk();
    assertThat(looks(paper).getFirst().viewer()).isEqualTo(aunt.id());
    assertThat(text(as(mother).open("/my/account/consents")))
        .contains("giấy tờ trong kho giấy tờ của bạn", aunt.name());
    assertThat(as(acting).open(STORE + "/helpers")).hasStatus(403);

    as(mother).send("/my/account/consents/" + consentTo(mother, recipient) + "/withdrawal");
    assertThat(as(acting).open(STORE)).hasStatus(403);

    as(mother).send(STORE + "/helpers", "holder", aunt.id().toString());
    assertThat(as(acting).open(STORE)).hasStatusOk();
    mandates.revoke(requireNonNull(acting.acting()).mandate(), mother);
    assertThat(as(acting).open(STORE)).hasRedirectedUrl("/acting/ended");
    assertThat(send(acting, "b.pdf", Files.pdf(9_008))).hasRedirectedUrl("/acting/ended");
    assertThat(all(mother)).containsExactly(paper);
  }

  @Test
  void aMandateForOneProcedureShowsNoStoreAndWhoMayOnlySeeChangesNothing() {
    var mother = births.mother();
    var paper = keep(mother, "a.pdf", Files.pdf(9_009));
    var narrow =
        acting(mother, births.mother(), new MandateScope.Procedure("1.001193"), Power.FILE);
    assertThat(as(narrow).open(STORE)).hasStatus(403);

    var company = Enterprises.saoVang();
    var clerk = acting(company, births.mother(), MandateKind.MEMBER, ALL, Power.SEE);
    var licence = keep(company, "giấy phép.pdf", Files.pdf(9_010));
    assertThat(as(clerk).open(at(licence) + "/file")).hasStatusOk();
    assertThat(text(as(clerk).open(STORE)))
        .contains("giấy phép.pdf")
        .doesNotContain(STORE + "/new");
    assertThat(send(clerk, "b.pdf", Files.pdf(9_011))).hasStatus(403);
    assertThat(as(clerk).send(at(licence) + "/removal")).hasStatus(403);
    assertThat(as(clerk).open(at(paper))).hasStatus(404);
    as(company).send(at(licence) + "/removal");
  }

  @Test
  void aFileOfAnApplicationIsKeptWithTheNameOfThePaperAndOutlivesNeither() {
    var mother = births.mother();
    var id = submittedBy(mother);
    var file = dossier(id).attachments().getFirst();
    var page = text(as(mother).open(mine(id)));
    assertThat(page).contains(STORE + "/filed", file.document().toString());
    var kept =
        get(
            mother,
            as(mother)
                .send(
                    STORE + "/filed",
                    "dossier",
                    id.toString(),
                    "document",
                    file.document().toString()));
    assertThat(kept.name()).isEqualTo("Giấy chứng sinh");
    assertThat(kept.source()).isEqualTo(new PaperSource.Filed(id));
    assertThat(kept.document()).isNotEqualTo(file.document());

    as(mother).send(at(kept) + "/removal");
    assertThat(as(mother).open(mine(id) + "/papers/" + file.document())).hasStatusOk();
    assertThat(
            as(births.mother())
                .send(
                    STORE + "/filed",
                    "dossier",
                    id.toString(),
                    "document",
                    file.document().toString()))
        .hasStatus(404);
  }

  @Test
  void aPaperIsKeptWhileItIsAttachedOnlyWhereThatIsTicked() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var pdf = Files.pdf(9_012);
    as(mother).upload(mine(id) + "/papers", BirthDrafts.PROOF, "một.pdf", pdf);
    assertThat(all(mother)).isEmpty();
    var ticked =
        as(mother)
            .upload(
                mine(id) + "/papers",
                BirthDrafts.PROOF,
                "hai.pdf",
                Files.pdf(9_013),
                "keep",
                "true");
    assertThat(ticked).hasStatus3xxRedirection();
    assertThat(all(mother))
        .singleElement()
        .satisfies(kept -> assertThat(kept.name()).isEqualTo("Giấy chứng sinh"));
    assertThat(dossier(id).attachments()).hasSize(2);
  }

  @Test
  void aStoreIsHandedToItsOwnerAndGoesWithTheAccount() {
    var mother = births.mother();
    var paper = keep(mother, "a.pdf", Files.pdf(9_014));
    as(mother).open(at(paper) + "/file");
    var parcel = new Box();
    held.handOut(mother.id(), parcel);
    assertThat(requireNonNull(parcel.entries.get("dossiers.paper")).getFirst().get("name"))
        .isEqualTo("a.pdf");
    assertThat(parcel.entries.get("dossiers.paper_look")).hasSize(1);
    assertThat(parcel.files).containsOnlyKeys("papers/" + paper.id() + "/a.pdf");

    transaction.executeWithoutResult(
        status -> events.publishEvent(new AccountClosed(mother.id(), Instant.now())));
    await().atMost(PATIENCE).until(() -> all(mother).isEmpty());
    assertThat(documents.find(paper.document())).isEmpty();
  }

  private static final class Box implements DataHolder.Parcel {

    private final Map<String, List<Map<String, ?>>> entries = new HashMap<>();
    private final Map<String, Resource> files = new HashMap<>();

    @Override
    public Language language() {
      return Language.VIETNAMESE;
    }

    @Override
    public void put(String kind, Stream<Map<String, ?>> facts) {
      entries.put(kind, facts.toList());
    }

    @Override
    public void put(String path, Resource file) {
      files.put(path, file);
    }
  }
}
