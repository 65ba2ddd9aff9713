package org.motcua.identity.mandates.delegating;

import java.util.List;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateScope;
import org.motcua.identity.MandateSubjects;
import org.motcua.identity.MandateSubjects.Subject;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be entrusted, of all modules that know something of the kind, and how it is called. */
@Component
public class Subjects {

  private final ObjectProvider<MandateSubjects> sources;
  private final Messages messages;

  Subjects(ObjectProvider<MandateSubjects> sources, Messages messages) {
    this.sources = sources;
    this.messages = messages;
  }

  public List<Subject> procedures(Language language) {
    return sources.stream().flatMap(source -> source.procedures(language).stream()).toList();
  }

  List<Subject> dossiersOf(AccountId account, Language language) {
    return sources.stream()
        .flatMap(source -> source.dossiersOf(account, language).stream())
        .toList();
  }

  String name(MandateScope scope, Language language) {
    return switch (scope) {
      case MandateScope.All() -> messages.text(language, "identity.delegations.scope.all");
      case MandateScope.Procedure(var code) ->
          messages.text(
              language, "identity.delegations.scope.procedure", nameOf(code, language), code);
      case MandateScope.Dossier(var code) ->
          messages.text(language, "identity.delegations.scope.dossier", code);
    };
  }

  private String nameOf(String procedure, Language language) {
    return procedures(language).stream()
        .filter(subject -> subject.code().equals(procedure))
        .map(Subject::name)
        .findFirst()
        .orElse(procedure);
  }
}
