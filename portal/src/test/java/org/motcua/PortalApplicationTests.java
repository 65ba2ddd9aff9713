package org.motcua;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class PortalApplicationTests {

  @Test
  void starts() {}
}
