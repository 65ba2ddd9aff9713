package org.motcua.forms;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Known values by the questions that they answer, each as an answer to it.
 *
 * @param fixed questions whose answers stand as they are, known or not, whatever is sent
 */
public record Prefill(Map<String, Known> offers, Set<String> fixed) {

  private static final JsonMapper json = JsonMapper.shared();
  private static final Prefill NONE = new Prefill(Map.of());

  public Prefill {
    var tidy = new TreeMap<String, Known>();
    offers.forEach((id, known) -> tidy.put(id, known.with(answer(known))));
    offers = Collections.unmodifiableMap(tidy);
    fixed = Set.copyOf(fixed);
  }

  public Prefill(Map<String, Known> offers) {
    this(offers, Set.of());
  }

  /** The same, where moreover these questions are not to be answered anew. */
  public Prefill fixing(Set<String> questions) {
    return new Prefill(offers, questions);
  }

  boolean isFixed(String question) {
    return fixed.contains(question);
  }

  private static Object answer(Known known) {
    return Answers.of(Map.of("it", known.value())).find("it").orElseThrow();
  }

  public static Prefill none() {
    return NONE;
  }

  public static Prefill fromJson(String text) {
    return new Prefill(json.readValue(text, new TypeReference<Map<String, Known>>() {}));
  }

  public String toJson() {
    return json.writeValueAsString(offers);
  }

  public boolean isEmpty() {
    return offers.isEmpty();
  }

  public boolean has(String question) {
    return offers.containsKey(question);
  }

  public boolean isVerified(String question) {
    return find(question).filter(Known::verified).isPresent();
  }

  /** Whether a question is answered elsewhere, for several forms at once. */
  public boolean isElsewhere(String question) {
    return find(question).filter(Known::elsewhere).isPresent();
  }

  /** The same for a form that stands by itself now: nothing is answered elsewhere any more. */
  public Prefill alone() {
    var all = new TreeMap<>(offers);
    all.replaceAll(
        (id, known) -> known.elsewhere() ? new Known(known.value(), known.source(), false) : known);
    return new Prefill(all);
  }

  /** Without what the other has that is answered elsewhere. */
  public Prefill besides(Prefill other) {
    var rest = new TreeMap<>(offers);
    rest.keySet().removeIf(other::isElsewhere);
    return new Prefill(rest);
  }

  /** Without what is answered elsewhere. */
  public Prefill ofThisForm() {
    var all = new TreeMap<>(offers);
    all.values().removeIf(Known::elsewhere);
    return new Prefill(all);
  }

  /** What is known for a question that {@link #has} something. */
  public Object valueOf(String question) {
    return find(question).orElseThrow().value();
  }

  public Prefill with(Prefill newer) {
    var all = new TreeMap<>(offers);
    all.putAll(newer.offers);
    return new Prefill(all, fixed);
  }

  /** Of those that are still answered with just what was known. */
  public Prefill standing(Answers answers) {
    var standing = new TreeMap<>(offers);
    standing.keySet().removeIf(id -> find(id, answers).isEmpty());
    return new Prefill(standing, fixed);
  }

  Optional<Known> find(String question) {
    return Optional.ofNullable(offers.get(question));
  }

  /** Where the answer came from, if it still is what was known. */
  Optional<Known> find(String question, Answers answers) {
    return find(question)
        .filter(known -> answers.find(question).equals(Optional.of(known.value())));
  }
}
