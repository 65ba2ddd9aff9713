package org.motcua.simulators.outside.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.motcua.simulators.outside.Journal;
import org.motcua.simulators.outside.phones.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registers' entries: those of the demonstration, and on top of them what visitors entered,
 * which is kept over restarts.
 */
@Component
public class Registers {

  private final Journal<Entries> journal;
  private final Map<String, Citizen> citizens = new LinkedHashMap<>();
  private final Map<String, String> currentNumbers = new LinkedHashMap<>();
  private final Map<String, Insured> insured = new LinkedHashMap<>();
  private final Map<PhoneNumber, Subscription> subscriptions = new LinkedHashMap<>();
  private final Map<String, Enterprise> enterprises = new LinkedHashMap<>();

  @Autowired
  Registers(@Value("${outside.data}") Path dataFolder, JsonMapper json) {
    this(
        read(new ClassPathResource("demo/registers.json"), json),
        new Journal<>(dataFolder.resolve("registers.jsonl"), Entries.class, json));
  }

  Registers(Entries demonstration, Journal<Entries> journal) {
    this.journal = journal;
    take(demonstration);
    journal.read().forEach(this::take);
  }

  private static Entries read(Resource resource, JsonMapper json) {
    try (var stream = resource.getInputStream()) {
      return json.readValue(stream, Entries.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The demonstration's entries cannot be read", e);
    }
  }

  synchronized void enter(Entries entries) {
    journal.append(entries);
    take(entries);
  }

  private void take(Entries entries) {
    entries.citizens().forEach(this::take);
    entries.insured().forEach(one -> insured.put(one.number(), one));
    entries.subscriptions().forEach(one -> subscriptions.put(one.phone(), one));
    entries.enterprises().forEach(one -> enterprises.put(one.taxCode(), one));
  }

  private void take(Citizen citizen) {
    var before = citizens.put(citizen.number(), citizen);
    if (before != null && before.formerNumber() != null) {
      currentNumbers.remove(before.formerNumber());
    }
    if (citizen.formerNumber() != null) {
      currentNumbers.put(citizen.formerNumber(), citizen.number());
    }
  }

  /** By the number of today or the one of nine digits that it replaced. */
  public synchronized Optional<Citizen> findCitizen(String number) {
    return Optional.ofNullable(citizens.get(currentNumbers.getOrDefault(number, number)));
  }

  synchronized List<Citizen> minorsOf(Citizen parent, LocalDate today) {
    return citizens.values().stream()
        .filter(child -> child.parents().contains(parent.number()))
        .filter(child -> child.alive() && child.isMinor(today))
        .sorted(Comparator.comparing(Citizen::dateOfBirth))
        .toList();
  }

  synchronized List<Citizen> childrenOf(Citizen parent) {
    return citizens.values().stream()
        .filter(child -> child.parents().contains(parent.number()))
        .sorted(Comparator.comparing(Citizen::dateOfBirth))
        .toList();
  }

  synchronized Optional<Insured> findInsured(String number) {
    return Optional.ofNullable(insured.get(number));
  }

  synchronized List<Insured> insuredOf(Citizen citizen) {
    return insured.values().stream()
        .filter(one -> one.citizenId() != null && citizen.isKnownBy(one.citizenId()))
        .toList();
  }

  synchronized Optional<Subscription> findSubscription(PhoneNumber phone) {
    return Optional.ofNullable(subscriptions.get(phone));
  }

  synchronized List<Subscription> subscriptionsOf(Citizen citizen) {
    return subscriptions.values().stream()
        .filter(one -> citizen.isKnownBy(one.citizenId()))
        .toList();
  }

  public synchronized Optional<Enterprise> findEnterprise(String taxCode) {
    return Optional.ofNullable(enterprises.get(taxCode));
  }

  /** The last entered first. */
  synchronized List<Citizen> citizens(String sought, int limit) {
    var words = SameName.key(sought);
    return newestFirst(
        citizens,
        one ->
            one.number().contains(words)
                || SameName.key(one.name()).contains(words)
                || one.isKnownBy(words),
        limit);
  }

  /** The last entered first. */
  synchronized List<Enterprise> enterprises(int limit) {
    return newestFirst(enterprises, _ -> true, limit);
  }

  private static <T> List<T> newestFirst(Map<?, T> entries, Predicate<T> wanted, int limit) {
    return new ArrayList<>(entries.values())
        .reversed().stream().filter(wanted).limit(limit).toList();
  }
}
