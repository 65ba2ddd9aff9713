package org.motcua.payments.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.identity.ProgramReach;
import org.motcua.identity.Programs;
import org.motcua.organisation.AgencyId;
import org.motcua.payments.Beneficiary;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.Purpose;
import org.motcua.platform.api.Problem;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Makes of what a program has sent what is asked for, or tells all that is wrong with it. */
@Component
class ReadAsked {

  static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,100}");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]{2,}");
  private static final Pattern ID_NUMBER = Pattern.compile("\\d{9,14}(-\\d{3})?");
  private static final int LONGEST = 250;
  private static final int MOST_ITEMS = 50;
  private static final long MOST_DONG = 100_000_000_000L;
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST_OPEN = Duration.ofDays(90);

  private final Programs programs;
  private final ProgramReach reach;
  private final PaymentReplies replies;
  private final Clock clock;

  ReadAsked(Programs programs, ProgramReach reach, PaymentReplies replies, Clock clock) {
    this.programs = programs;
    this.reach = reach;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * @param asked null where something is wrong
   */
  record Read(@Nullable NewPayment asked, List<Problem.Error> errors) {}

  Read read(AskedPayment sent, String client, AgencyId agency, Language language) {
    return new Reading(client, agency, language).read(sent);
  }

  private final class Reading {

    private final String client;
    private final AgencyId agency;
    private final Language language;
    private final List<Problem.Error> errors = new ArrayList<>();

    Reading(String client, AgencyId agency, Language language) {
      this.client = client;
      this.agency = agency;
      this.language = language;
    }

    Read read(AskedPayment sent) {
      var reference = Objects.requireNonNullElse(sent.reference(), "");
      if (!REFERENCE.matcher(reference).matches()) wrong("reference", "/reference", "reference");
      var purpose =
          Arrays.stream(Purpose.values())
              .filter(it -> it.name().equals(sent.purpose()))
              .findFirst()
              .orElse(null);
      if (purpose == null) wrong("purpose", "/purpose", "purpose");
      var title = words(sent.title(), "title", "/title");
      var items = items(sent.items());
      var facts = facts(sent.facts());
      var payer = payer(sent.payer(), facts);
      var returnTo = returnTo(sent.returnTo());
      var expiresAt = expiresAt(sent);
      if (!errors.isEmpty() || purpose == null) return new Read(null, errors);
      return new Read(
          new NewPayment(
              OwnPayments.reference(client, reference),
              purpose,
              title,
              items,
              payer,
              facts,
              OwnPayments.asker(client),
              returnTo,
              expiresAt),
          List.of());
    }

    private Bilingual words(PaymentJson.@Nullable Words words, String field, String pointer) {
      var vi = text(words == null ? null : words.vi());
      var en = text(words == null ? null : words.en());
      if (vi.isEmpty() || vi.length() > LONGEST) wrong(field + ".vi", pointer + "/vi", "words");
      if (en.length() > LONGEST) wrong(field + ".en", pointer + "/en", "words");
      return new Bilingual(vi, en.isEmpty() ? vi : en);
    }

    private List<Item> items(@Nullable List<PaymentJson.@Nullable Part> sent) {
      var items = new ArrayList<Item>();
      if (sent == null || sent.isEmpty() || sent.size() > MOST_ITEMS) {
        wrong("items", "/items", "items", MOST_ITEMS);
        return items;
      }
      for (var n = 0; n < sent.size(); n++) item(sent.get(n), n).ifPresent(items::add);
      return items;
    }

    private Optional<Item> item(PaymentJson.@Nullable Part sent, int n) {
      var field = "items[" + n + "]";
      var pointer = "/items/" + n;
      if (sent == null) {
        wrong(field, pointer, "items", MOST_ITEMS);
        return Optional.empty();
      }
      var name = words(sent.name(), field + ".name", pointer + "/name");
      var dong = Objects.requireNonNullElse(sent.dong(), 0L);
      if (dong <= 0 || dong > MOST_DONG) wrong(field + ".dong", pointer + "/dong", "dong");
      var code = text(sent.code());
      if (code.length() > 50) wrong(field + ".code", pointer + "/code", "words");
      var to = beneficiary(sent.to(), field + ".to", pointer + "/to");
      if (to.isEmpty() || dong <= 0) return Optional.empty();
      return Optional.of(new Item(code, name, dong, to.get()));
    }

    private Optional<Beneficiary> beneficiary(
        PaymentJson.@Nullable To sent, String field, String pointer) {
      var owner = AgencyId.parse(text(sent == null ? null : sent.owner()));
      if (owner.isEmpty() || !reach.covers(agency, owner.get())) {
        wrong(field + ".owner", pointer + "/owner", "owner", agency.value());
        return Optional.empty();
      }
      var name = text(sent == null ? null : sent.name());
      if (name.isEmpty() || name.length() > LONGEST) {
        wrong(field + ".name", pointer + "/name", "holder");
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Beneficiary(
                owner.get().value(),
                name,
                text(sent == null ? null : sent.account()),
                text(sent == null ? null : sent.bank())));
      } catch (IllegalArgumentException e) {
        wrong(field + ".account", pointer + "/account", "account");
        return Optional.empty();
      }
    }

    private Map<Fact, String> facts(@Nullable Map<String, @Nullable String> sent) {
      var facts = new EnumMap<Fact, String>(Fact.class);
      if (sent == null) return facts;
      for (var each : sent.entrySet()) {
        var fact =
            Arrays.stream(Fact.values())
                .filter(it -> it.name().equals(each.getKey()) && it != Fact.PAYER_ID_NUMBER)
                .findFirst();
        var value = text(each.getValue());
        if (fact.isEmpty() || value.isEmpty() || value.length() > LONGEST) {
          wrong(
              "facts." + each.getKey(),
              "/facts/" + each.getKey().replace("~", "~0").replace("/", "~1"),
              "fact");
        } else {
          facts.put(fact.get(), value);
        }
      }
      return facts;
    }

    private Payer payer(AskedPayment.@Nullable Who sent, Map<Fact, String> facts) {
      var name = text(sent == null ? null : sent.name());
      var email = text(sent == null ? null : sent.email());
      var number = text(sent == null ? null : sent.idNumber());
      if (name.isEmpty() || name.length() > LONGEST) wrong("payer.name", "/payer/name", "payer");
      if (!email.isEmpty() && (email.length() > LONGEST || !EMAIL.matcher(email).matches())) {
        wrong("payer.email", "/payer/email", "email");
      }
      if (!number.isEmpty() && !ID_NUMBER.matcher(number).matches()) {
        wrong("payer.idNumber", "/payer/idNumber", "id-number");
      }
      if (!number.isEmpty()) facts.put(Fact.PAYER_ID_NUMBER, number);
      return new Payer(null, name, email.isEmpty() ? null : email);
    }

    private @Nullable String returnTo(@Nullable String sent) {
      if (sent == null) return null;
      try {
        if (sent.length() <= 1_000 && programs.isAt(client, new URI(sent))) return sent;
      } catch (URISyntaxException e) {
        // as bad as any other that is not the client's
      }
      wrong("returnTo", "/returnTo", "return-to");
      return null;
    }

    private Instant expiresAt(AskedPayment sent) {
      var now = clock.instant();
      var minutes = sent.minutes();
      var field = minutes != null ? "minutes" : "expiresAt";
      var ends = sent.expiresAt();
      if (minutes != null) {
        var capped = Math.clamp(minutes, 0L, LONGEST_OPEN.toMinutes() + 1);
        ends = now.plus(Duration.ofMinutes(capped));
      }
      if (ends == null) return now.plus(USUAL);
      if (ends.isBefore(now.plus(SHORTEST)) || ends.isAfter(now.plus(LONGEST_OPEN))) {
        wrong(field, "/" + field, "expiry", SHORTEST.toMinutes(), LONGEST_OPEN.toDays());
      }
      return ends;
    }

    private void wrong(String field, String pointer, String code, Object... arguments) {
      errors.add(
          new Problem.Error(field, pointer, replies.words("field-" + code, language, arguments)));
    }
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.replace("\0", "").strip();
  }
}
