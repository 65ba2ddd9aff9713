package org.motcua.dossiers.api;

import java.util.ArrayList;
import java.util.List;
import org.motcua.forms.Given;
import org.motcua.platform.api.Problem;
import org.motcua.platform.api.ProgramReplies;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers about dossiers; the words of problems are {@code dossiers.filing.problem.<code>}. */
@Component
public class Replies extends ProgramReplies {

  Replies(JsonMapper json, Messages messages) {
    super(json, messages, "dossiers.filing.problem.");
  }

  public static List<Problem.Error> errors(List<Given.Misfit> misfits) {
    var errors = new ArrayList<Problem.Error>();
    for (var misfit : misfits) {
      errors.add(new Problem.Error(misfit.question(), misfit.pointer(), misfit.text()));
    }
    return errors;
  }
}
