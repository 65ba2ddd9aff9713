package org.motcua.dossiers.handling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motcua.dossiers.model.QueueRow;
import org.motcua.dossiers.model.QueueStore;
import org.motcua.dossiers.telling.Looks;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds dossiers of one's own agency by a part of the code, the applicant's name, phone or identity
 * number. Everybody who is shown can read that he was.
 */
@Service
class FindDossiers {

  static final int MOST = 50;

  private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s.\\-\\u00A0‐-―−]+");
  private static final int SHORTEST_NUMBER = 4;
  private static final int SHORTEST_ID = 9;
  private static final int SHORTEST_NAME = 2;
  private static final int MOST_WORDS = 8;

  private final QueueStore queue;
  private final Accounts accounts;
  private final Looks looks;
  private final AuditTrail audit;

  FindDossiers(QueueStore queue, Accounts accounts, Looks looks, AuditTrail audit) {
    this.queue = queue;
    this.accounts = accounts;
    this.looks = looks;
    this.audit = audit;
  }

  /** Whether it is enough to look for. */
  static boolean enough(String typed) {
    return isNumber(typed)
        ? digits(typed).length() >= SHORTEST_NUMBER
        : words(typed).stream().mapToInt(String::length).sum() >= SHORTEST_NAME;
  }

  /**
   * @return the newest first; one more than {@link #MOST} when there are more
   */
  @Transactional
  List<QueueRow> find(String typed, DeskOfficer officer, CurrentUser user) {
    var found = isNumber(typed) ? byNumber(typed, officer) : byName(typed, officer);
    looks.officerFinds(found, user, officer.agency());
    // Not what was typed: the trail is no place for numbers and names.
    audit.record(
        officer.auditName(),
        "dossiers.searched",
        "agency",
        officer.agency().value(),
        Map.of("by", isNumber(typed) ? "number" : "name", "found", found.size()));
    return found;
  }

  private List<QueueRow> byName(String typed, DeskOfficer officer) {
    return queue.search(officer.agency(), officer.visible(), List.of(words(typed)), MOST + 1);
  }

  /**
   * A part of a code, a phone, or the number on a card; as it may be any of them, all are asked.
   */
  private List<QueueRow> byNumber(String typed, DeskOfficer officer) {
    var digits = digits(typed);
    var beginnings = new ArrayList<List<String>>();
    beginnings.add(List.of(tidy(typed)));
    if (digits.startsWith("0")) beginnings.add(List.of("+84" + digits.substring(1)));
    if (digits.startsWith("84")) beginnings.add(List.of("+" + digits));
    var found = queue.search(officer.agency(), officer.visible(), beginnings, MOST + 1);
    if (digits.length() < SHORTEST_ID) return found;
    var applicants = accounts.findByNumber(digits);
    if (applicants.isEmpty()) return found;
    var theirs = queue.listOf(officer.agency(), officer.visible(), applicants, MOST + 1);
    return Stream.concat(found.stream(), theirs.stream())
        .distinct()
        .sorted(Comparator.comparing((QueueRow row) -> row.id().value()).reversed())
        .limit(MOST + 1)
        .toList();
  }

  private static boolean isNumber(String typed) {
    return NUMBER.matcher(typed.strip()).matches();
  }

  private static String digits(String typed) {
    return typed.replaceAll("\\D", "");
  }

  private static String tidy(String typed) {
    return typed.strip().replaceAll("[\\s.\\u00A0]", "").replaceAll("[‐-―−]", "-");
  }

  /** As the database writes them down: small letters without marks. */
  private static List<String> words(String typed) {
    var plain =
        Normalizer.normalize(typed, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replace('đ', 'd')
            .replace('Đ', 'd')
            .toLowerCase(Locale.ROOT);
    return Stream.of(plain.split("[\\s\\u00A0]+"))
        .map(word -> word.replaceAll("['\\\\\\p{Cntrl}]", ""))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }
}
