package org.motcua.simulators.outside;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The world outside the portal, in one small process. */
@SpringBootApplication
public class OutsideSimulator {

  static void main(String[] args) {
    SpringApplication.run(OutsideSimulator.class, args);
  }
}
