package org.motcua.dossiers.filling;

import java.util.HashMap;
import java.util.List;
import org.motcua.dossiers.PrefillSource;
import org.motcua.forms.Prefill;
import org.motcua.identity.AccountId;
import org.springframework.stereotype.Component;

/** All that any source knows of somebody, offered as answers that can be changed. */
@Component
class KnownFacts {

  private final List<PrefillSource> sources;

  KnownFacts(List<PrefillSource> sources) {
    this.sources = sources;
  }

  Prefill of(AccountId account) {
    var facts = new HashMap<String, Object>();
    sources.forEach(source -> facts.putAll(source.factsOf(account)));
    return new Prefill(facts);
  }
}
