package org.motcua.dossiers.papers;

import java.util.Optional;
import org.motcua.dossiers.model.KeptPaperStore.Use;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much each may keep. What agencies issue is not counted, and always finds room. */
@Component
class StoreLimits {

  private final int papers;
  private final DataSize size;

  StoreLimits(
      @Value("${motcua.dossiers.store.papers}") int papers,
      @Value("${motcua.dossiers.store.size}") DataSize size) {
    this.papers = papers;
    this.size = size;
  }

  int papers() {
    return papers;
  }

  long megabytes() {
    return size.toMegabytes();
  }

  Optional<KeepOutcome> refusal(Use use, long more) {
    if (use.papers() >= papers) return Optional.of(new KeepOutcome.TooMany(papers));
    if (use.bytes() + more > size.toBytes()) {
      return Optional.of(new KeepOutcome.NoRoom(size.toMegabytes()));
    }
    return Optional.empty();
  }
}
