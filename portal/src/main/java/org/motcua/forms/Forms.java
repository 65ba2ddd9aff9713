package org.motcua.forms;

import java.util.List;
import org.springframework.util.MultiValueMap;

/** Asks, checks and tells back what a form is about; all that its callers need. */
public interface Forms {

  /** Checks one page that somebody sent. */
  PageOutcome check(
      FormDefinition form,
      FormPage page,
      MultiValueMap<String, String> submitted,
      Answers before,
      FillingContext context);

  /** All that is still missing or wrong, page by page: nothing may be handed in with a fault. */
  List<Fault> checkAll(FormDefinition form, Answers answers, FillingContext context);

  /** A page's questions with their answers, for {@code forms/questions.jte}. */
  PageQuestions ask(
      FormDefinition form,
      FormPage page,
      Answers answers,
      List<Fault> faults,
      Prefill prefill,
      FillingContext context);

  /** All answers as people read them. */
  Summary summary(FormDefinition form, Answers answers, FillingContext context);
}
