package org.motcua.identity.certificates;

import org.motcua.platform.web.Page;

/** How a signature that was not good is told. */
final class ProofWords {

  static String of(Page page, CertificateProof proof) {
    return switch (proof) {
      case CertificateProof.Good(_, _) -> throw new IllegalArgumentException("Nothing to tell");
      case CertificateProof.Unreadable() -> page.t("identity.certificates.wrong.unreadable");
      case CertificateProof.OtherText() -> page.t("identity.certificates.wrong.otherText");
      case CertificateProof.TooLate() -> page.t("identity.certificates.wrong.tooLate");
      case CertificateProof.Expired(var since) ->
          page.t("identity.certificates.wrong.expired", page.formats().date(since));
      case CertificateProof.NotYetValid() -> page.t("identity.certificates.wrong.notYetValid");
      case CertificateProof.NotForSigning() -> page.t("identity.certificates.wrong.notForSigning");
      case CertificateProof.Untrusted() -> page.t("identity.certificates.wrong.untrusted");
      case CertificateProof.Revoked() -> page.t("identity.certificates.wrong.revoked");
      case CertificateProof.AuthorityAway() -> page.t("identity.certificates.wrong.authorityAway");
      case CertificateProof.NoNumber() -> page.t("identity.certificates.wrong.noNumber");
    };
  }

  private ProofWords() {}
}
