package org.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.testing.AnotherNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

@SpringBootTest
@AutoConfigureMockMvc
class SeveralNodesTests {

  @Autowired JWKSource<SecurityContext> keys;
  @Autowired Environment environment;

  @Test
  void everyNodeSignsWithTheSameKey() throws Exception {
    try (var other = AnotherNode.beside(environment)) {
      assertThat(keyIds(keys)).hasSizeGreaterThan(1).isEqualTo(keyIds(keysOf(other)));
    }
  }

  @SuppressWarnings("unchecked")
  private static JWKSource<SecurityContext> keysOf(ApplicationContext node) {
    return node.getBean(JWKSource.class);
  }

  private static List<String> keyIds(JWKSource<SecurityContext> keys) throws Exception {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
        .map(key -> key.toPublicJWK().toJSONString())
        .toList();
  }
}
