package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.identity.CurrentUser;
import org.springframework.http.MediaType;

/** A page that is kept as one types. */
class TypingTests extends DossiersTest {

  private CurrentUser mother;
  private DossierId id;
  private String page;

  @BeforeEach
  void beginADraft() {
    mother = births.mother();
    id = begin(mother, "birth-registration");
    page = mine(id) + "/pages/child";
  }

  @Test
  void whatIsTypedIsKeptRightOrWrongAndTheTimeIsTold() {
    var answer =
        as(mother).send(page + "/typing", "child.familyName", "Tr4n", "child.born.year", "20");
    assertThat(answer).hasStatusOk();
    assertThat(text(answer)).contains("savedAt", "\"changedElsewhere\":[]");
    assertThat(dossier(id).answers().text("child.familyName")).contains("Tr4n");
    assertThat(text(as(mother).open(page)))
        .contains("value=\"Tr4n\"", "value=\"20\"", "data-mc-autosave=\"" + page + "/typing\"");
  }

  @Test
  void anothersDraftIsNotTypedInNorOneThatWasSubmitted() {
    var stranger = births.mother();
    assertThat(as(stranger).send(page + "/typing", "child.familyName", "X")).hasStatus(404);
    assertThat(as(mother).send(mine(id) + "/pages/none/typing")).hasStatus(404);
    var submitted = submittedBy(mother);
    var late =
        as(mother).send(mine(submitted) + "/pages/child/typing", "child.familyName", "Nguyễn");
    assertThat(late).hasStatus(404);
    assertThat(dossier(submitted).answers().text("child.familyName")).contains("Trần");
  }

  @Test
  void whoseSessionHasEndedIsNotLedHereAfterSigningIn() {
    var answer =
        mvc.post()
            .uri(page + "/typing")
            .accept(MediaType.APPLICATION_JSON)
            .param("child.familyName", "Trần")
            .with(csrf())
            .exchange();
    assertThat(answer).hasStatus3xxRedirection();
    var session = answer.getRequest().getSession(false);
    assertThat(session == null ? null : session.getAttribute("SPRING_SECURITY_SAVED_REQUEST"))
        .isNull();
  }

  @Test
  void nothingNewIsNothingToSave() {
    as(mother).send(page + "/typing", "child.familyName", "Trần");
    var before = dossier(id).changedAt();
    as(mother).send(page + "/typing", "child.familyName", "Trần");
    assertThat(dossier(id).changedAt()).isEqualTo(before);
  }
}
