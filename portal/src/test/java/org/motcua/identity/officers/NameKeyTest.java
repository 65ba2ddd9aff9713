package org.motcua.identity.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;

class NameKeyTest {

  @Test
  void theGivenNameComesFirstWithoutDiacritics() {
    assertThat(NameKey.of("Đỗ  Minh Quân", "hongha.leader"))
        .isEqualTo("quan do minh hongha.leader");
    assertThat(NameKey.of("Mai", "mai")).isEqualTo("mai mai");
  }

  @Test
  void aSearchIsReadWordByWord() {
    assertThat(NameKey.words("  Phạm\u00A0ĐỨC ")).containsExactly("pham", "duc");
    assertThat(NameKey.words(" ")).isEmpty();
  }

  @Test
  void aKeyComesBackFromAnAddressAndWhatIsNoneIsNone() {
    var key = new OfficerKey("quan do minh", new AccountId(UUID.randomUUID()));
    assertThat(OfficerKey.parse(key.inAddress())).contains(key);
    assertThat(OfficerKey.parse("zzz")).isEmpty();
    assertThat(OfficerKey.parse("%%%")).isEmpty();
  }
}
