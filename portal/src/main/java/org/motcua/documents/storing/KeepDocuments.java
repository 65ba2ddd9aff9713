package org.motcua.documents.storing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.StoredDocument;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.StoringOutcome.Stored;
import org.motcua.documents.Upload;
import org.motcua.documents.storing.ContentCheck.Accepted;
import org.motcua.documents.storing.ContentCheck.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * An upload is first written beside the store, then looked at, then moved into it; so nothing half
 * written or refused is ever among the kept files.
 */
@Service
class KeepDocuments implements Documents {

  private static final Logger log = LoggerFactory.getLogger(KeepDocuments.class);

  private final Intake intake;
  private final ContentCheck check;
  private final StraightenPictures pictures;
  private final BlobStore blobs;
  private final JdbcStoredDocuments documents;
  private final SchedulerClient jobs;
  private final Clock clock;
  private final DataSize limit;

  KeepDocuments(
      Intake intake,
      ContentCheck check,
      StraightenPictures pictures,
      BlobStore blobs,
      JdbcStoredDocuments documents,
      SchedulerClient jobs,
      Clock clock,
      @Value("${motcua.upload-limit}") DataSize limit) {
    this.intake = intake;
    this.check = check;
    this.pictures = pictures;
    this.blobs = blobs;
    this.documents = documents;
    this.jobs = jobs;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  @Transactional
  public StoringOutcome store(Upload upload) {
    if (upload.size() > limit.toBytes()) return tooLarge();
    try (var content = upload.content().getInputStream();
        var arrived = intake.receive(content, limit.toBytes())) {
      if (arrived.size() == 0) return refused(Reason.EMPTY);
      if (arrived.size() > limit.toBytes()) return tooLarge();
      return switch (check.look(arrived.file(), upload.name())) {
        case Rejected(var reason, var arguments) -> new Refused(reason, arguments);
        case Accepted(var type) ->
            type.picture()
                ? picture(arrived, type, upload.name())
                : new Stored(keep(arrived, FileName.of(upload.name(), type), type.mediaType()));
      };
    } catch (IOException e) {
      if (!outOfSpace(e)) throw new UncheckedIOException("The upload cannot be kept", e);
      log.error("No space left for uploads", e);
      return refused(Reason.NO_SPACE);
    }
  }

  private StoringOutcome picture(Intake.Arrived sent, FileType type, String name)
      throws IOException {
    var picture = pictures.straighten(sent, type);
    if (picture.isEmpty()) return refused(Reason.DAMAGED);
    try (var file = picture.get().file()) {
      var kept = picture.get().type();
      return new Stored(keep(file, FileName.of(name, kept), kept.mediaType()));
    }
  }

  @Override
  @Transactional
  public StoredDocument keep(byte[] content, String name, String mediaType) {
    try (InputStream stream = new ByteArrayInputStream(content);
        var arrived = intake.receive(stream, content.length)) {
      return keep(arrived, FileName.of(name), mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be kept: " + name, e);
    }
  }

  private StoredDocument keep(Intake.Arrived arrived, String name, String mediaType)
      throws IOException {
    documents.lockToKeep(arrived.sha256());
    blobs.put(arrived.sha256(), arrived.file());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var document =
        new StoredDocument(
            DocumentId.next(), name, mediaType, arrived.size(), arrived.sha256(), now);
    documents.insert(document);
    return document;
  }

  @Override
  public StoredDocument get(DocumentId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("No document " + id));
  }

  @Override
  public Optional<StoredDocument> find(DocumentId id) {
    return documents.find(id);
  }

  @Override
  @Transactional
  public void remove(DocumentId id) {
    var document = documents.find(id);
    if (document.isPresent() && documents.remove(id)) {
      jobs.schedule(RemoveContent.of(document.get()), clock.instant());
    }
  }

  @Override
  public Resource open(DocumentId id) {
    return blobs.open(get(id).sha256());
  }

  private Refused tooLarge() {
    return new Refused(Reason.TOO_LARGE, List.of(limit.toMegabytes()));
  }

  private static Refused refused(Reason reason) {
    return new Refused(reason, List.of());
  }

  /** Java has no type for it; these are the words of the operating systems we run on. */
  private static boolean outOfSpace(IOException e) {
    var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }
}
