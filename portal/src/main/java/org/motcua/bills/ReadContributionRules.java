package org.motcua.bills;

import java.io.IOException;
import org.motcua.bills.model.ContributionRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ReadContributionRules {

  private static final String FILE = "seed/bills/contributions.json";

  @Bean
  ContributionRules contributionRules(JsonMapper json) throws IOException {
    try (var file = new ClassPathResource(FILE).getInputStream()) {
      return json.rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(file, ContributionRules.class);
    }
  }
}
