package org.motcua.bills;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.Bill;
import org.motcua.bills.model.BillSource.Heard;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.bills.model.Insured;
import org.motcua.documents.Bilingual;
import org.motcua.payments.Beneficiary;
import org.motcua.payments.Item;
import org.motcua.platform.calling.OutOfOrder;
import tools.jackson.databind.JsonNode;

/** What a creditor answered, read with suspicion: people pay what it says. */
record CreditorsAnswer(JsonNode json) {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}]");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:+-]{1,100}");
  private static final int LONGEST = 300;
  private static final int MOST = 100;
  private static final long MOST_DONG = 1_000_000_000_000L;

  Found found(Enquiry enquiry) {
    if (!json.path("number").asString("").equals(enquiry.number())) {
      throw garbled("speaks of another number");
    }
    return switch (json.path("result").asString("")) {
      case "FOUND" -> debtor();
      case "UNKNOWN_NUMBER" -> new Found.Nothing();
      case "ANOTHER_NAME" -> new Found.WrongName();
      default -> throw garbled("does not say what it found");
    };
  }

  private Found debtor() {
    try {
      var bills = new ArrayList<Bill>();
      for (var each : list(json.path("debts"))) bills.add(bill(each));
      var insured = json.path("insured");
      return new Found.Debtor(
          said(json, "name"),
          said(json, "address"),
          bills,
          insured.isObject() ? insured(insured) : null);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw garbled("tells of a debt that nobody understands");
    }
  }

  private static Bill bill(JsonNode json) {
    var to = beneficiary(json.path("to"));
    var items = new ArrayList<Item>();
    for (var each : list(json.path("items"))) {
      var dong = each.path("dong").asLong(0);
      if (dong <= 0 || dong > MOST_DONG) throw new IllegalArgumentException("Not a sum");
      items.add(new Item(said(each, "code"), words(each), dong, to));
    }
    if (items.isEmpty()) throw new IllegalArgumentException("Nothing is owed");
    return new Bill(
        id(json), words(json), date(json, "issued"), date(json, "due"), items, said(json));
  }

  private static Insured insured(JsonNode json) {
    var household = new ArrayList<Insured.Member>();
    for (var each : list(json.path("household"))) {
      var otherwise = said(each, "otherwise");
      household.add(
          new Insured.Member(
              id(each),
              said(each, "name"),
              month(each, "until"),
              otherwise.isEmpty() ? null : Insured.Otherwise.valueOf(otherwise)));
    }
    if (household.isEmpty()) throw new IllegalArgumentException("Nobody lives there");
    return new Insured(
        Insured.Group.valueOf(said(json, "group")),
        month(json, "paidUntil"),
        household,
        beneficiary(json.path("to")));
  }

  /**
   * @throws OutOfOrder when it does not speak of this payment: it has to be told again
   */
  Heard heard(String reference, String debt) {
    if (!json.path("reference").asString("").equals(reference)
        || !json.path("debt").asString("").equals(debt)) {
      throw garbled("speaks of another payment");
    }
    var code = said(json, "code");
    return switch (json.path("result").asString("")) {
      case "TAKEN" -> new Heard.Taken(code);
      case "PAID_BEFORE" -> new Heard.PaidBefore(code);
      default -> throw garbled("does not say whether it took the payment");
    };
  }

  private static Beneficiary beneficiary(JsonNode json) {
    return new Beneficiary(
        said(json, "owner"), said(json, "name"), said(json, "account"), said(json, "bank"));
  }

  private static Bilingual words(JsonNode json) {
    var vietnamese = said(json, "vi");
    if (vietnamese.isEmpty()) throw new IllegalArgumentException("It has no name");
    var english = said(json, "en");
    return new Bilingual(vietnamese, english.isEmpty() ? vietnamese : english);
  }

  private static Map<String, String> said(JsonNode json) {
    var said = new HashMap<String, String>();
    json.path("facts").properties().stream()
        .limit(MOST)
        .forEach(fact -> said.put(fact.getKey(), clean(fact.getValue().asString(""))));
    return said;
  }

  private static List<JsonNode> list(JsonNode json) {
    if (!json.isArray() || json.size() > MOST) throw new IllegalArgumentException("Not a list");
    return json.valueStream().toList();
  }

  private static String id(JsonNode json) {
    var id = json.path("id").asString("");
    if (!ID.matcher(id).matches()) throw new IllegalArgumentException("It has no number");
    return id;
  }

  private static @Nullable LocalDate date(JsonNode json, String field) {
    var said = said(json, field);
    return said.isEmpty() ? null : LocalDate.parse(said);
  }

  private static @Nullable YearMonth month(JsonNode json, String field) {
    var said = said(json, field);
    return said.isEmpty() ? null : YearMonth.parse(said);
  }

  private static String said(JsonNode json, String field) {
    return clean(json.path(field).asString(""));
  }

  private static String clean(String text) {
    var words = CONTROL.matcher(text).replaceAll(" ").strip();
    return words.substring(0, Math.min(words.length(), LONGEST));
  }

  private static OutOfOrder garbled(String why) {
    return OutOfOrder.garbled(OutsideSource.WHO, why);
  }
}
