package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.identity.CurrentUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The database does not take what is written, and then does again. */
class FullDiskTests extends DossiersTest {

  private static final String FULL = "53100";
  private static final String TAKES_NO_WRITES = "25006";

  @Autowired DossierStore dossiers;
  @Autowired ChargeStore charges;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(strings = {FULL, TAKES_NO_WRITES})
  void aPageThatCannotBeSavedSaysWhatToDoAndIsSavedOnceItCan(String state) {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var before = dossier(id);
    var typed = births.typed("child");
    typed.set("child.givenName", "Khánh");
    var page = mine(id) + "/pages/child";

    var answer = refusing("dossier", "id", id, state, () -> as(mother).send(page, typed));
    assertToldToSendItAgain(answer);
    assertThat(dossier(id)).isEqualTo(before);

    assertThat(as(mother).send(page, typed)).hasStatus3xxRedirection();
    assertThat(dossier(id).answers().text("child.givenName")).contains("Khánh");
  }

  @ParameterizedTest
  @ValueSource(strings = {FULL, TAKES_NO_WRITES})
  void whatIsTypedMeanwhileIsKeptByThePageAndThenByUs(String state) {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var before = dossier(id);
    var typed = births.typed("child");
    typed.set("child.givenName", "Khá");
    var page = mine(id) + "/pages/child/typing";

    assertThat(refusing("dossier", "id", id, state, () -> as(mother).send(page, typed)))
        .hasStatus(503);
    assertThat(dossier(id)).isEqualTo(before);
    assertThat(as(mother).send(page, typed)).hasStatusOk();
    assertThat(dossier(id).answers().text("child.givenName")).contains("Khá");
  }

  @Test
  void aPaperThatCannotBeAddedLeavesNothingBehind() {
    var mother = births.mother();
    var id = births.complete(mother);
    var before = dossier(id);
    var documents = documents();

    var answer = refusing("attachment", "dossier", id, FULL, () -> attach(mother, id));
    assertToldToSendItAgain(answer);
    assertThat(dossier(id)).isEqualTo(before);
    assertThat(documents()).isEqualTo(documents);

    assertThat(attach(mother, id)).hasStatus3xxRedirection();
    assertThat(dossier(id).attachmentsOf(BirthDrafts.MARRIAGE)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"dossier,id", "charge,dossier", "handed_in,dossier", "entry,dossier"})
  void aSubmissionThatCannotBeKeptIsNotHalfKept(String table, String column) {
    var mother = births.mother();
    var id = births.complete(mother);
    var before = dossier(id);

    var answer = refusing(table, column, id, FULL, () -> submit(mother, id));
    assertToldToSendItAgain(answer);
    assertStillTheSame(before);

    assertThat(submit(mother, id)).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(charges.find(id)).isPresent();
    assertThat(dossiers.historyOf(id)).hasSize(1);
  }

  private void assertStillTheSame(Dossier before) {
    assertThat(dossier(before.id())).isEqualTo(before);
    assertThat(charges.find(before.id())).isEmpty();
    assertThat(dossiers.historyOf(before.id())).isEmpty();
  }

  private static void assertToldToSendItAgain(MvcTestResult answer) {
    assertThat(answer).hasStatus(503);
    assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("30");
    assertThat(text(answer))
        .contains("Dịch vụ tạm thời gián đoạn", "Những gì bạn đã lưu vẫn còn nguyên")
        .contains("Nội dung bạn vừa gửi có thể chưa được lưu", "rồi gửi lại");
  }

  private MvcTestResult attach(CurrentUser mother, DossierId id) {
    return as(mother)
        .upload(mine(id) + "/papers", BirthDrafts.MARRIAGE, "kết hôn.pdf", Files.pdf(7_000));
  }

  private MvcTestResult submit(CurrentUser mother, DossierId id) {
    return as(mother).send(mine(id) + "/submission", "declared", "true");
  }

  private int documents() {
    return jdbc.sql("select count(*) from documents.stored_document").query(Integer.class).single();
  }

  private interface Act {

    MvcTestResult act();
  }

  /** What comes of an act while rows of this dossier cannot be written into this table. */
  private MvcTestResult refusing(String table, String column, DossierId id, String state, Act act) {
    jdbc.sql(
            """
            create function dossiers.refuse() returns trigger language plpgsql as $$
            begin
              raise exception 'could not extend file' using errcode = '%s';
            end $$
            """
                .formatted(state))
        .update();
    jdbc.sql(
            """
            create trigger refused before insert or update on dossiers.%s
              for each row when (new.%s = '%s') execute function dossiers.refuse()
            """
                .formatted(table, column, id))
        .update();
    try {
      return act.act();
    } finally {
      jdbc.sql("drop function dossiers.refuse cascade").update();
    }
  }
}
