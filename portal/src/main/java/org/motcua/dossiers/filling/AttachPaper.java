package org.motcua.dossiers.filling;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.Upload;
import org.motcua.documents.UploadId;
import org.motcua.documents.Uploads;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.PaperOutcome.Added;
import org.motcua.dossiers.filling.PaperOutcome.Closed;
import org.motcua.dossiers.filling.PaperOutcome.NoSuchPaper;
import org.motcua.dossiers.filling.PaperOutcome.NotWhole;
import org.motcua.dossiers.filling.PaperOutcome.Refused;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;

/** Has a file looked at, and then adds it to a draft. */
@Service
public class AttachPaper {

  private final OwnDossiers own;
  private final OnlineServices services;
  private final Documents documents;
  private final ChangePapers papers;
  private final PaperUploads uploads;
  private final Uploads parts;

  AttachPaper(
      OwnDossiers own,
      OnlineServices services,
      Documents documents,
      ChangePapers papers,
      PaperUploads uploads,
      Uploads parts) {
    this.own = own;
    this.services = services;
    this.documents = documents;
    this.papers = papers;
    this.uploads = uploads;
    this.parts = parts;
  }

  /** Looking takes its time (a scanner, a store elsewhere): no transaction waits for it. */
  PaperOutcome attach(DossierId id, CurrentUser user, String paperId, Upload upload) {
    return added(id, user, look(id, user, paperId, upload));
  }

  /** What came in parts, once it is whole. Twice is once. */
  PaperOutcome attach(DossierId id, CurrentUser user, String paperId, UploadId uploadId) {
    return added(id, user, look(id, user, paperId, uploadId));
  }

  private PaperOutcome added(DossierId id, CurrentUser user, Looked looked) {
    return switch (looked) {
      case Looked.Good good -> add(id, user, good);
      case Looked.Otherwise(var outcome) -> outcome;
    };
  }

  /** What looking at a file has shown. */
  public sealed interface Looked {

    /** It may be added; if it is not, it has to be released. */
    record Good(Paper paper, Examined file, @Nullable UploadId upload) implements Looked {}

    record Otherwise(PaperOutcome outcome) implements Looked {}
  }

  public Looked look(DossierId id, CurrentUser user, String paperId, Upload upload) {
    return forPaper(id, user, paperId, paper -> examined(user, paper, upload, null));
  }

  /** The same of what came in parts. */
  public Looked look(DossierId id, CurrentUser user, String paperId, UploadId uploadId) {
    return forPaper(id, user, paperId, paper -> arrived(id, user, paper, uploadId));
  }

  public PaperOutcome add(DossierId id, CurrentUser user, Looked.Good good) {
    return papers.add(id, user, good.paper(), good.file(), good.upload());
  }

  private Looked forPaper(
      DossierId id, CurrentUser user, String paperId, Function<Paper, Looked> look) {
    var opened = own.findToFill(id, user).filter(found -> found.share().fillsPapers());
    if (opened.isEmpty()) return new Looked.Otherwise(new NoSuchPaper());
    var dossier = opened.get().dossier();
    if (!dossier.open()) return new Looked.Otherwise(new Closed(dossier));
    return services.get(dossier.service().slug(), dossier.service().version()).papers().stream()
        .filter(candidate -> candidate.id().equals(paperId))
        .findFirst()
        .map(look)
        .orElseGet(() -> new Looked.Otherwise(new NoSuchPaper()));
  }

  private Looked arrived(DossierId id, CurrentUser user, Paper paper, UploadId uploadId) {
    var found = uploads.find(id, user, paper.id(), uploadId);
    if (found.isEmpty()) return new Looked.Otherwise(new NotWhole(paper));
    var upload = found.get();
    if (upload.document() != null) {
      return new Looked.Otherwise(
          own.findToFill(id, user)
              .<PaperOutcome>map(opened -> new Added(opened.dossier()))
              .orElseGet(NoSuchPaper::new));
    }
    if (!upload.complete()) return new Looked.Otherwise(new NotWhole(paper));
    return examined(user, paper, parts.open(upload), uploadId);
  }

  private Looked examined(
      CurrentUser user, Paper paper, Upload upload, @Nullable UploadId uploadId) {
    return switch (documents.examine(upload.by(user.actor()))) {
      case StoringOutcome.Refused refused -> {
        // What will be taken in some minutes need not be sent again.
        if (uploadId != null && !refused.reason().passes()) {
          parts.remove(uploadId, PaperUploads.owner(user));
        }
        yield new Looked.Otherwise(new Refused(paper, refused));
      }
      case Examined file -> new Looked.Good(paper, file, uploadId);
    };
  }
}
