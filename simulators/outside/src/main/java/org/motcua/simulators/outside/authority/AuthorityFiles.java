package org.motcua.simulators.outside.authority;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What every authority publishes: its own certificates, and whose hold no longer. */
@RestController
class AuthorityFiles {

  private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");
  private static final MediaType CRL = MediaType.parseMediaType("application/pkix-crl");

  private final Authority authority;
  private final Certificates certificates;
  private final Faults faults;

  AuthorityFiles(Authority authority, Certificates certificates, Faults faults) {
    this.authority = authority;
    this.certificates = certificates;
    this.faults = faults;
  }

  @GetMapping("/ca/root.pem")
  @Suffers(Service.CA)
  ResponseEntity<String> root() {
    return pem(Pem.of(authority.root()));
  }

  @GetMapping("/ca/issuing.pem")
  @Suffers(Service.CA)
  ResponseEntity<String> issuing() {
    return pem(Pem.of(authority.issuing()));
  }

  @GetMapping("/ca/certificates/{serial}.pem")
  ResponseEntity<String> certificate(@PathVariable String serial) {
    return certificates
        .find(serial)
        .map(one -> pem(Pem.of(one.certificate())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/ca/issuing.crl")
  @Suffers(Service.CA)
  ResponseEntity<byte[]> revocations() throws CRLException {
    var wrong = faults.of(Service.CA) == Fault.WRONG;
    return list(wrong ? certificates.outdatedRevocationList() : certificates.revocationList());
  }

  @GetMapping("/ca/root.crl")
  @Suffers(Service.CA)
  ResponseEntity<byte[]> rootRevocations() throws CRLException {
    return list(certificates.rootRevocationList());
  }

  private static ResponseEntity<String> pem(String text) {
    return ResponseEntity.ok().contentType(PEM).body(text);
  }

  private static ResponseEntity<byte[]> list(X509CRL list) throws CRLException {
    return ResponseEntity.ok().contentType(CRL).body(list.getEncoded());
  }
}
