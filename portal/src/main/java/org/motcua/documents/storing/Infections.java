package org.motcua.documents.storing;

import java.util.Map;
import org.motcua.documents.Upload;
import org.motcua.documents.storing.Intake.Arrived;
import org.motcua.platform.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that somebody sent a virus. The file itself is gone by then. */
@Component
class Infections {

  private static final Logger log = LoggerFactory.getLogger(Infections.class);

  private final AuditTrail audit;

  Infections(AuditTrail audit) {
    this.audit = audit;
  }

  /** Whatever becomes of the caller's transaction. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void record(Upload upload, Arrived file, String signature) {
    log.warn("An upload of {} bytes is infected: {}", file.size(), signature);
    var sender = upload.sender();
    audit.record(
        sender == null ? "system:documents" : sender,
        "documents.infected_upload_refused",
        "content",
        file.sha256(),
        Map.of("signature", signature, "size", file.size()));
  }
}
