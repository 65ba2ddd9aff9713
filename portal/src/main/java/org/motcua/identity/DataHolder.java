package org.motcua.identity;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/**
 * Implemented by every module that keeps something about people: it puts all of it into the parcel
 * which the person has asked for.
 *
 * <p>It is called by a durable job, so perhaps twice, and outside a transaction.
 */
public interface DataHolder {

  void handOut(AccountId person, Parcel parcel);

  /** What one person is handed: read by people as pages, by programs as JSON. */
  interface Parcel {

    /**
     * One kind of things that are kept, such as {@code dossiers.dossier}. Its title is the message
     * {@code <kind>.held}; what each fact is called, the message {@code <kind>.held.<fact>}.
     *
     * @param entries each with the same facts in the order in which they are shown; a value is a
     *     text, number, boolean, {@code Instant}, {@code LocalDate}, a list or a map of such; null
     *     values are left out
     */
    void put(String kind, Stream<Map<String, ?>> entries);

    /**
     * @param path within the parcel, such as {@code dossiers/H49.61.12-201122-0001/don.pdf}
     */
    void put(String path, Resource file);
  }
}
