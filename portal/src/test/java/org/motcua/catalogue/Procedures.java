package org.motcua.catalogue;

import tools.jackson.databind.json.JsonMapper;

/** Short procedures for tests: complete, and unlike any that ships. */
public final class Procedures {

  private static final JsonMapper json = JsonMapper.builder().build();

  public static Procedure named(String code, String name) {
    return json.readValue(
        """
        {
          "code": "%s",
          "name": "%s",
          "levels": ["COMMUNE"],
          "field": {"code": "LV-TEST", "name": "Lĩnh vực thử"},
          "audiences": ["CITIZEN"],
          "steps": [{"steps": ["Nộp hồ sơ tại bộ phận một cửa."]}],
          "channels": [
            {"manner": "IN_PERSON",
             "timeLimits": [{"amount": 3, "unit": "WORKING_DAYS", "fees": [{"dong": 50000}]}]}
          ],
          "papers": [{"papers": [{"name": "Đơn đề nghị", "originals": 1, "copies": 0}]}],
          "sets": 1,
          "results": [{"name": "Giấy phép"}],
          "legalBasis": [{"number": "1/2020/NĐ-CP", "name": "Nghị định thử"}],
          "agencies": {"executing": [{"name": "Ủy ban nhân dân cấp xã"}]},
          "onlineLevel": "INFORMATION"
        }
        """
            .formatted(code, name),
        Procedure.class);
  }

  private Procedures() {}
}
