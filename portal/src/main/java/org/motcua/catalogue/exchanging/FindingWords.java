package org.motcua.catalogue.exchanging;

import org.motcua.catalogue.exchanging.national.Finding;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Says a finding to people. */
@Component
public class FindingWords {

  private final Messages messages;

  FindingWords(Messages messages) {
    this.messages = messages;
  }

  public String text(Finding finding, Language language) {
    return messages.text(
        language, "catalogue.imports.finding." + finding.key(), finding.arguments().toArray());
  }
}
