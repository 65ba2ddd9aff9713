package org.motcua.simulators.agency;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The province's own portal, in one small process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AgencySimulator {

  static void main(String[] args) {
    SpringApplication.run(AgencySimulator.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
