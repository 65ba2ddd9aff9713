package org.motcua.catalogue.questioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.motcua.organisation.AgencyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureMockMvc
class SeedQuestionsTests {

  private static final String TWO_QUESTIONS =
      """
      procedure: "9.000001"
      questions:
        - id: how-long
          agency: 000.00.00.G15
          question: Bao lâu thì có kết quả?
          answer: Một ngày làm việc.
          questionEnglish: How long does it take?
          answerEnglish: One working day.
          toBeConfirmed: true
        - {id: who, agency: Bộ Tư pháp, question: Ai được làm?, answer: Cha hoặc mẹ.}
      """;

  @Autowired private SeedQuestions seed;
  @Autowired private Questions questions;
  @Autowired private JdbcClient jdbc;

  @Test
  void publishesWhatShipsInTheOrderOfTheFile() {
    assertThat(seed.takeIn(file("9.000001-a", TWO_QUESTIONS))).isEqualTo(2);

    var published = questions.best(new ProcedureCode("9.000001"), null, 10);
    assertThat(published)
        .extracting(it -> it.texts().question())
        .containsExactly("Bao lâu thì có kết quả?", "Ai được làm?");
    assertThat(published)
        .extracting(PublishedQuestion::agency)
        .containsOnly(new AgencyId("000.00.00.G15"));
    assertThat(published.getFirst().texts().toBeConfirmed()).isTrue();
    assertThat(published.getLast().texts().toBeConfirmed()).isFalse();
    assertThat(published.getFirst().texts().answerEnglish()).isEqualTo("One working day.");
  }

  @Test
  void anUnchangedFileChangesNothingEvenWhereEditorsHaveWritten() {
    var file = file("9.000002-b", TWO_QUESTIONS.replace("9.000001", "9.000002"));
    seed.takeIn(file);
    var edited = edit("9.000002", "Do biên tập viên sửa.");

    assertThat(seed.takeIn(file)).isZero();

    assertThat(questions.find(edited).orElseThrow().texts().answer())
        .isEqualTo("Do biên tập viên sửa.");
  }

  @Test
  void ofAChangedFileOnlyChangedQuestionsAreTakenInAndKeepTheirAddress() {
    var before = TWO_QUESTIONS.replace("9.000001", "9.000003");
    seed.takeIn(file("9.000003-c", before));
    var edited = edit("9.000003", "Do biên tập viên sửa.");

    var changed =
        seed.takeIn(file("9.000003-c", before.replace("Cha hoặc mẹ", "Cha mẹ hoặc ông bà")));

    assertThat(changed).isEqualTo(1);
    var published = questions.best(new ProcedureCode("9.000003"), null, 10);
    assertThat(published).hasSize(2);
    assertThat(published)
        .extracting(it -> it.texts().answer())
        .containsExactly("Do biên tập viên sửa.", "Cha mẹ hoặc ông bà.");
    assertThat(published.getFirst().id()).isEqualTo(edited);
  }

  @Test
  void aBadFileTakesNothingInAndStopsNoOther() {
    var unreadable = file("9.000004-d", "questions: [{id: x, agency: ");
    var withoutAnswer =
        file("9.000005-e", "questions: [{id: x, agency: Bộ Tư pháp, question: Ai?, answer: ''}]");
    var unknownAgency =
        file(
            "9.000006-f",
            TWO_QUESTIONS.replace("9.000001", "9.000006").replace("Bộ Tư pháp", "Bộ Mưa"));
    var unknownField = file("9.000007-g", TWO_QUESTIONS + "author: ai\n");
    var good = file("9.000008-h", TWO_QUESTIONS.replace("9.000001", "9.000008"));

    assertThat(seed.takeIn(unreadable, withoutAnswer, unknownAgency, unknownField, good))
        .isEqualTo(2);

    assertThat(questions.count(new ProcedureCode("9.000006"))).isZero();
    assertThat(questions.count(new ProcedureCode("9.000008"))).isEqualTo(2);
  }

  @Test
  void aFileMendedLaterIsTakenIn() {
    seed.takeIn(file("9.000009-i", "questions: []"));
    assertThat(seed.takeIn(file("9.000009-i", TWO_QUESTIONS.replace("9.000001", "9.000009"))))
        .isEqualTo(2);
  }

  private QuestionId edit(String procedure, String answer) {
    var first = questions.best(new ProcedureCode(procedure), null, 1).getFirst();
    jdbc.sql(
            """
            update catalogue.question
            set published = jsonb_set(published, '{answer}', to_jsonb(:answer::text)) where id = :id
            """)
        .param("answer", answer)
        .param("id", first.id().value())
        .update();
    return first.id();
  }

  private static Resource file(String name, String yaml) {
    return new ByteArrayResource(yaml.getBytes(UTF_8)) {
      @Override
      public String getFilename() {
        return name + ".yaml";
      }
    };
  }
}
