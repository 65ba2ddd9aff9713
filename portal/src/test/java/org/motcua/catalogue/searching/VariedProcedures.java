package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A country's worth of procedures from a few hundred: the same texts under other numbers, named for
 * other places, kinds and occasions. The same seed makes the same procedures.
 */
final class VariedProcedures {

  private static final long SEED = 20191209;

  private static final List<String> OCCASIONS =
      List.of(
          "lần đầu",
          "cấp lại",
          "gia hạn",
          "điều chỉnh",
          "bổ sung",
          "thu hồi",
          "chấm dứt",
          "trường hợp bị mất",
          "trường hợp hư hỏng",
          "trường hợp chuyển nhượng",
          "theo ủy quyền",
          "theo thủ tục rút gọn");

  private static final List<String> KINDS =
      List.of(
          "cơ sở sản xuất",
          "cơ sở kinh doanh",
          "hợp tác xã",
          "hộ gia đình",
          "tổ chức nước ngoài",
          "doanh nghiệp nhỏ và vừa",
          "người cao tuổi",
          "người khuyết tật",
          "học sinh sinh viên",
          "cá nhân nước ngoài",
          "đơn vị sự nghiệp",
          "khu công nghiệp",
          "làng nghề",
          "trang trại",
          "phương tiện thủy nội địa",
          "tàu cá",
          "hàng hóa nguy hiểm",
          "thuốc thú y",
          "giống cây trồng",
          "sản phẩm văn hóa");

  private static final List<String> PLACES =
      List.of(
          "Hà Nội",
          "Hải Phòng",
          "Quảng Ninh",
          "Lào Cai",
          "Điện Biên",
          "Sơn La",
          "Thanh Hóa",
          "Nghệ An",
          "Quảng Trị",
          "Huế",
          "Đà Nẵng",
          "Quảng Ngãi",
          "Gia Lai",
          "Đắk Lắk",
          "Khánh Hòa",
          "Lâm Đồng",
          "Đồng Nai",
          "Tây Ninh",
          "Cần Thơ",
          "An Giang",
          "Cà Mau",
          "vùng biên giới",
          "khu kinh tế",
          "hải đảo");

  /** Each base text is read from JSON anew, as at a start of the portal. */
  static GivenProcedures of(int count) {
    var bases = new ArrayList<ObjectNode>(ProcedureTexts.shipped());
    bases.addAll(ProcedureTexts.national());
    var texts = bases.stream().map(ObjectNode::toString).toList();
    var codes = new ArrayList<ProcedureCode>(count);
    for (var i = 0; i < count; i++) {
      codes.add(
          new ProcedureCode(
              String.format(Locale.ROOT, "%d.%06d", 3 + i / 1_000_000, i % 1_000_000)));
    }
    return new GivenProcedures(codes, i -> varied(texts, codes.get(i), i));
  }

  private static Procedure varied(List<String> texts, ProcedureCode code, int number) {
    var base = ProcedureTexts.procedure(texts.get(number % texts.size()));
    var name = number < texts.size() ? base.name() : name(base.name(), number);
    return new Procedure(
        code,
        null,
        name,
        base.nameEnglish(),
        base.summary(),
        base.summaryEnglish(),
        base.levels(),
        base.kind(),
        base.field(),
        base.audiences(),
        base.otherAudiences(),
        base.audienceNote(),
        base.steps(),
        base.channels(),
        base.receivingPlace(),
        base.papers(),
        base.sets(),
        base.results(),
        base.legalBasis(),
        base.conditions(),
        base.agencies(),
        base.related(),
        base.interlinked(),
        base.keywords(),
        base.onlineLevel(),
        base.decision(),
        base.lifeEvents(),
        base.toBeConfirmed(),
        base.nationalWording());
  }

  private static String name(String name, int number) {
    var random = new Random(SEED + number);
    var varied = new StringBuilder(name);
    if (random.nextInt(10) < 4) varied.append(' ').append(one(OCCASIONS, random));
    if (random.nextInt(10) < 7) varied.append(" đối với ").append(one(KINDS, random));
    varied.append(" tại ").append(one(PLACES, random));
    return varied.toString();
  }

  /** What people type: the relevance list, and parts of the names themselves. */
  static List<String> queries(GivenProcedures procedures, int count) {
    var random = new Random(SEED);
    var queries = new ArrayList<String>();
    Relevance.questions().forEach(question -> queries.add(question.query()));
    while (queries.size() < count) {
      var words = procedures.get(random.nextInt(procedures.size())).name().split("[\\s,.;:()]+");
      var length = Math.min(words.length, 2 + random.nextInt(4));
      var begin = random.nextInt(words.length - length + 1);
      var part = String.join(" ", List.of(words).subList(begin, begin + length));
      queries.add(random.nextBoolean() ? part : VietnameseAnalysis.folded(part));
    }
    java.util.Collections.shuffle(queries, random);
    return queries;
  }

  private static String one(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private VariedProcedures() {}
}
