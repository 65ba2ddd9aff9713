package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.searching.SearchResults.Hit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** How people ask, and what they should find first. */
@SpringBootTest
@AutoConfigureMockMvc
class SearchRelevanceTest {

  private static final String QUERIES =
      """
      đăng ký khai sinh                     | 1.001193
      dang ky khai sinh                     | 1.001193
      dang ki khai sinh                     | 1.001193
      đăng kí khai sinh                     | 1.001193
      giấy khai sinh                        | 1.001193
      giay khai sinh                        | 1.001193
      khai sinh                             | 1.001193
      KHAI SINH                             | 1.001193
      làm giấy khai sinh cho con            | 1.001193
      lam giay khai sinh cho con            | 1.001193
      GKS                                   | 1.001193
      khai sihn                             | 1.001193
      khai xinh                             | 1.001193
      khaisinh                              | 1.001193
      dangkykhaisinh                        | 1.001193
      dăng ký khai sinh                     | 1.001193
      giay khai sing                        | 1.001193
      thủ tục đăng ký khai sinh cần giấy tờ gì | 1.001193
      birth registration                    | 1.001193
      birth registation                     | 1.001193
      birth certificate for my newborn      | 1.001193
      1.001193                              | 1.001193
      khai sinh nhập khẩu bảo hiểm cho con  | 2.000986
      liên thông khai sinh thường trú       | 2.000986
      mất giấy khai sinh                    | 2.000635
      làm lại giấy khai sinh                | 1.004884
      trích lục khai sinh                   | 2.000635
      chích lục khai sinh                   | 2.000635
      bản sao giấy khai sinh                | 2.000635
      giấy chứng tử                         | 1.000656
      dang ky khai tu                       | 1.000656
      người thân mất cần làm gì             | 1.000656
      kết hôn                               | 1.000894
      dang ky ket hon                       | 1.000894
      dang ky ket hom                       | 1.000894
      giấy hôn thú                          | 1.000894
      xác nhận độc thân                     | 1.004873
      giay doc than                         | 1.004873
      tinh trang hon nhan                   | 1.004873
      đổi tên                               | 1.004859
      nhận con                              | 1.001022
      nhập hộ khẩu                          | 1.004222
      ho khau                               | 1.004222
      đăng ký thường trú                    | 1.004222
      tam tru                               | 1.004194
      kt3                                   | 1.004194
      xác nhận cư trú                       | 1.010041
      mất cccd                              | 1.014064
      mat can cuoc                          | 1.014064
      mất thẻ bảo hiểm y tế                 | 1.002759
      bhyt hộ gia đình                      | 1.001939
      bhxh tu nguyen                        | 1.002179
      mất bằng lái xe                       | 1.002820
      lam lai bang lai                      | 1.002820
      gplx bị mất                           | 1.002820
      đổi bằng lái                          | 1.002809
      gia han bang lai xe                   | 1.002809
      bằng lái quốc tế                      | 1.002300
      international driving permit          | 1.002300
      cà vẹt xe                             | 1.012575
      bien so xe may                        | 1.012575
      lý lịch tư pháp                       | 2.000488
      li lich tu phap                       | 2.000488
      xin lltp                              | 2.000488
      criminal record                       | 2.000488
      hộ kinh doanh                         | 1.001612
      mở quán ăn                            | 1.001612
      dkkd ho ca the                        | 1.001612
      công ty cổ phần                       | 2.002043
      mở công ty tnhh một thành viên        | 2.001583
      mã số thuế cá nhân                    | 1.008498
      mst ca nhan                           | 1.008498
      thông báo khuyến mãi                  | 2.000033
      khuyen mai quay so                    | 2.000004
      hải quan xuất khẩu                    | 1.006440
      thế chấp                              | 1.011435
      """;

  @Autowired private ProcedureSearch search;

  @Test
  void theRightProcedureComesFirstForNineInTenAndAmongFiveForNearlyAll() {
    var queries = QUERIES.lines().map(line -> line.split("\\|")).toList();
    var missed = new ArrayList<String>();
    var first = 0;
    var amongFive = 0;
    for (var line : queries) {
      var codes = codes(line[0].strip());
      var place = codes.indexOf(line[1].strip());
      if (place == 0) first++;
      else missed.add(line[0].strip() + " → " + codes);
      if (place >= 0) amongFive++;
    }
    System.out.printf(
        "%d queries: hit@1 %.3f, hit@5 %.3f%n",
        queries.size(), (double) first / queries.size(), (double) amongFive / queries.size());
    missed.forEach(miss -> System.out.println("not first: " + miss));

    assertThat((double) first / queries.size()).as("hit@1; %s", missed).isGreaterThan(0.9);
    assertThat((double) amongFive / queries.size()).as("hit@5; %s", missed).isGreaterThan(0.98);
  }

  @Test
  void everyWayOfAskingForABirthCertificateFindsItsRegistrationFirst() {
    assertThat(
            List.of(
                "dang ky khai sinh",
                "giấy khai sinh",
                "khai sinh",
                "làm giấy khai sinh cho con",
                "GKS",
                "dang ki khai sinh",
                "khai sihn"))
        .allSatisfy(query -> assertThat(codes(query)).first().isEqualTo("1.001193"));
  }

  private List<String> codes(String query) {
    return search.search(SearchRequest.of(query, 5)).hits().stream()
        .map(Hit::code)
        .map(Object::toString)
        .toList();
  }
}
