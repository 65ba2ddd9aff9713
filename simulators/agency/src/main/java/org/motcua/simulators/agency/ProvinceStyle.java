package org.motcua.simulators.agency;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The province's colours; a style sheet of its own, for pages carry no style inside. */
@RestController
class ProvinceStyle {

  private final Province province;

  ProvinceStyle(Province province) {
    this.province = province;
  }

  @GetMapping("/province.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/css"))
        .cacheControl(CacheControl.noCache())
        .body(
            ":root { --accent: %s; --accent-dark: %s; }\n"
                .formatted(province.accent(), province.accentDark()));
  }
}
