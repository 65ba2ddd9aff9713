package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.catalogue.searching.model.EverydayWord;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The everyday words that ship, without a database. */
final class ShippedWords implements EverydayWordStore {

  private final List<EverydayWord> words = read();

  private static List<EverydayWord> read() {
    try {
      var file = new ClassPathResource("seed/catalogue/everyday-words.yaml");
      var list = new YAMLMapper().readTree(file.getContentAsByteArray());
      var words = new ArrayList<EverydayWord>();
      list.path("sayings").forEach(it -> words.add(word(texts(it.path("say")), it.path("mean"))));
      words.add(word(texts(list.path("fillers")), list.path("none")));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EverydayWord word(List<String> say, JsonNode mean) {
    return new EverydayWord(UUID.randomUUID(), say, texts(mean), 1, Instant.EPOCH, "test");
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(it -> texts.add(it.asString()));
    return texts;
  }

  @Override
  public List<EverydayWord> list() {
    return words;
  }

  @Override
  public Optional<EverydayWord> find(UUID id) {
    return Optional.empty();
  }

  @Override
  public boolean add(EverydayWord word) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean change(EverydayWord word) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(UUID id, int version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void seed(String entry, EverydayWord word) {
    throw new UnsupportedOperationException();
  }
}
