package org.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** One door to every public service: the whole portal is this one process. */
@SpringBootApplication
@Modulithic(systemName = "Một Cửa", sharedModules = "platform")
public class PortalApplication {

  static void main(String[] args) {
    SpringApplication.run(PortalApplication.class, args);
  }
}
