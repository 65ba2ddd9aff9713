package org.motcua.simulators.outside.authority;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The signing tool for programs: tests and load programs sign in with certificates too. */
@RestController
class SigningApi {

  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_CONTENT = 2_000_000;

  private final Certificates certificates;
  private final SigningTool tool;

  SigningApi(Certificates certificates, SigningTool tool) {
    this.certificates = certificates;
    this.tool = tool;
  }

  /**
   * With the newest certificate of the subject that holds, or with any one by its serial number.
   */
  @PostMapping("/ca/api/sign")
  @Suffers(Service.CA)
  Signed sign(@RequestBody Wish wish) {
    var content = content(wish);
    var signature =
        credential(wish)
            .map(credential -> tool.sign(credential, content))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no certificate to sign this with"));
    return new Signed(Base64.getEncoder().encodeToString(signature));
  }

  private Optional<Credential> credential(Wish wish) {
    if (wish.certificate() != null) return certificates.findCredential(wish.certificate());
    var subject = BadInput.unlessGiven("subject", wish.subject(), LONGEST_NUMBER);
    return certificates
        .findValid(subject)
        .flatMap(one -> certificates.findCredential(one.serial()));
  }

  private static byte[] content(Wish wish) {
    var written = BadInput.unlessGiven("content", wish.content(), LONGEST_CONTENT);
    try {
      return Base64.getDecoder().decode(written);
    } catch (IllegalArgumentException e) {
      throw new BadInput("The field 'content' is no base64");
    }
  }

  record Wish(@Nullable String subject, @Nullable String certificate, @Nullable String content) {}

  record Signed(String signature) {}
}
