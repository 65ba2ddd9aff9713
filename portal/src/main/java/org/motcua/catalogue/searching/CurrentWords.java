package org.motcua.catalogue.searching;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.stereotype.Component;

/** The everyday words as the editors have them now; the database tells when they change. */
@Component
public class CurrentWords implements NoticeListener {

  private final EverydayWordStore store;
  private volatile @Nullable EverydayWords current;
  private volatile Consumer<List<String>> learner = words -> {};

  CurrentWords(EverydayWordStore store) {
    this.store = store;
  }

  public EverydayWords current() {
    var words = current;
    if (words != null) return words;
    var loaded = EverydayWords.of(store.list());
    current = loaded;
    return loaded;
  }

  /** Who wants to be told of words that were added. */
  void teach(Consumer<List<String>> added) {
    learner = added;
  }

  @Override
  public String channel() {
    return EverydayWordStore.CHANNEL;
  }

  @Override
  public void listening() {
    load();
  }

  @Override
  public void heard(List<String> payloads) {
    load();
  }

  private void load() {
    var known = current == null ? new HashSet<String>() : new HashSet<>(current().vocabulary());
    var loaded = EverydayWords.of(store.list());
    current = loaded;
    learner.accept(loaded.vocabulary().stream().filter(word -> !known.contains(word)).toList());
  }
}
