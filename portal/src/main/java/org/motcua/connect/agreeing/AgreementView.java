package org.motcua.connect.agreeing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.PersonalData;

/**
 * What is to be decided.
 *
 * @param address host of the site
 * @param madeUp who is shown where the site is still being built; null for a real account
 * @param again whether he has decided before
 * @param query the client's request
 * @param asked all kinds of data that the client wants to have decided
 */
public record AgreementView(
    String site,
    String agency,
    @Nullable String address,
    @Nullable String madeUp,
    boolean again,
    List<Fact> required,
    List<Fact> optional,
    String query,
    String asked) {

  public List<Fact> choices() {
    return optional.stream().filter(fact -> fact.value() != null).toList();
  }

  /** What the client would like to have, and nobody can give. */
  public List<Fact> unknown() {
    return optional.stream().filter(fact -> fact.value() == null).toList();
  }

  public boolean lacksRequired() {
    return required.stream().anyMatch(fact -> fact.value() == null);
  }

  /** Whether its programs would work with his applications. */
  public boolean asksToFile() {
    return Stream.concat(required.stream(), optional.stream())
        .anyMatch(fact -> fact.data() == PersonalData.FILING);
  }

  public boolean hasNew() {
    return Stream.concat(required.stream(), choices().stream()).anyMatch(Fact::fresh);
  }
}
