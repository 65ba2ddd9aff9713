package org.motcua.catalogue.searching.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

public interface EverydayWordStore {

  /** Where changes are announced to all nodes. */
  String CHANNEL = "catalogue_everyday_word";

  List<EverydayWord> list();

  Optional<EverydayWord> find(UUID id);

  /** False where it is there already: a form sent twice adds once. */
  boolean add(EverydayWord word);

  /** False where it has been changed or removed since the version before this one. */
  boolean change(EverydayWord word);

  /** False where it has been changed or removed since that version. */
  boolean remove(UUID id, int version);

  /** The entry of the shipped list in the place of what was made from it before. */
  void seed(String entry, EverydayWord word);
}
