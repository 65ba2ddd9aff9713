package org.motcua.catalogue.guiding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest
@AutoConfigureMockMvc
class LifeEventPagesTest {

  @Autowired private MockMvcTester mvc;
  @Autowired private Catalogue catalogue;
  @Autowired private LifeEventGuides guides;

  @Test
  void eachOfThe22GroupsHasItsGuideAndNoGuideIsWithoutGroup() {
    assertThat(guides.slugs())
        .hasSize(22)
        .containsExactlyInAnyOrderElementsOf(
            catalogue.lifeEvents().stream().map(LifeEvent::slug).toList());
  }

  @Test
  void everyProcedureThatAGuideNamesIsInTheCatalogue() {
    for (var slug : guides.slugs()) {
      var codes =
          guides.find(slug).orElseThrow().steps().stream()
              .map(LifeEventGuide.Step::procedure)
              .filter(Objects::nonNull);
      assertThat(codes)
          .as(slug)
          .allSatisfy(code -> assertThat(catalogue.find(code)).as(code.value()).isPresent());
    }
  }

  @Test
  void everyGuideSpeaksBothLanguages() {
    for (var slug : guides.slugs()) {
      var guide = guides.find(slug).orElseThrow();
      assertThat(guide.words().english()).as(slug).isNotBlank();
      assertThat(guide.steps())
          .as(slug)
          .isNotEmpty()
          .allSatisfy(
              step -> {
                assertThat(step.explained().english()).isNotBlank();
                assertThat((step.title() == null) == (step.titleEnglish() == null)).isTrue();
                assertThat((step.when() == null) == (step.whenEnglish() == null)).isTrue();
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"vi", "en"})
  void everyGroupHasAPage(String language) {
    for (var event : catalogue.lifeEvents()) {
      assertThat(mvc.get().uri(event.address() + "?lang=" + language))
          .hasStatusOk()
          .bodyText()
          .contains("lang=\"" + language + "\"")
          .doesNotContainPattern(">\\s*catalogue\\.");
    }
  }

  @Test
  void aChildIsBornStepByStepFromTheClinicToTheHealthCard() {
    assertThat(page("/life-events/having-a-child"))
        .containsSubsequence(
            "Có con nhỏ",
            "Trước khi mẹ và bé ra viện",
            "Xin Giấy chứng sinh",
            "Trong 60 ngày sau khi sinh",
            "/procedures/2.000986\"",
            "/procedures/2.000986/checklist",
            "/procedures/1.001193\"",
            "/services/birth-registration",
            "/procedures/1.001193/checklist",
            "/procedures/1.004222\"",
            "/procedures?event=having-a-child");
  }

  @Test
  void aGroupWithoutProceduresSaysWhatToDoAndLeadsToASearch() {
    assertThat(page("/life-events/contract-disputes?lang=en"))
        .contains("Contract disputes", "Talk, then mediate", "/procedures?");
  }

  @Test
  void allGroupsOfBothSidesStandOnOnePage() {
    assertThat(page("/life-events"))
        .contains("/life-events/having-a-child", "/life-events/closing-a-business");
    assertThat(page("/life-events?lang=en")).contains("By event in life", "When somebody dies");
  }

  @Test
  void anUnknownGroupIsNotFound() {
    assertThat(mvc.get().uri("/life-events/winning-the-lottery")).hasStatus(HttpStatus.NOT_FOUND);
  }

  private String page(String address) {
    var answer = mvc.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    return HtmlUtils.htmlUnescape(
        new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
  }
}
