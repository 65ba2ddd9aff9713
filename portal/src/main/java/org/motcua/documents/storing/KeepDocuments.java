package org.motcua.documents.storing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Examination;
import org.motcua.documents.Examined;
import org.motcua.documents.StoredDocument;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.StoringOutcome.Stored;
import org.motcua.documents.Upload;
import org.motcua.documents.scanning.VirusScan;
import org.motcua.documents.scanning.VirusScan.Clean;
import org.motcua.documents.scanning.VirusScan.Infected;
import org.motcua.documents.scanning.VirusScan.NotScanned;
import org.motcua.documents.storing.ContentCheck.Accepted;
import org.motcua.documents.storing.ContentCheck.Rejected;
import org.motcua.documents.storing.Intake.Arrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * An upload is first written beside the store, then looked at and scanned, then put into it; so
 * nothing half written or refused is ever among the kept files.
 */
@Service
class KeepDocuments implements Documents {

  private static final Logger log = LoggerFactory.getLogger(KeepDocuments.class);

  private final Intake intake;
  private final ContentCheck check;
  private final VirusScan scan;
  private final Infections infections;
  private final StraightenPictures pictures;
  private final Contents contents;
  private final JdbcStoredDocuments documents;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final DataSize limit;

  KeepDocuments(
      Intake intake,
      ContentCheck check,
      VirusScan scan,
      Infections infections,
      StraightenPictures pictures,
      Contents contents,
      JdbcStoredDocuments documents,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.upload-limit}") DataSize limit) {
    this.intake = intake;
    this.check = check;
    this.scan = scan;
    this.infections = infections;
    this.pictures = pictures;
    this.contents = contents;
    this.documents = documents;
    this.transaction = transaction;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public Examination examine(Upload upload) {
    if (upload.size() > limit.toBytes()) return tooLarge();
    try (var content = upload.content().getInputStream();
        var arrived = intake.receive(content, limit.toBytes())) {
      if (arrived.size() == 0) return refused(Reason.EMPTY);
      if (arrived.size() > limit.toBytes()) return tooLarge();
      if (upload.sha256() != null && !arrived.sha256().equals(upload.sha256())) {
        return refused(Reason.DAMAGED);
      }
      return switch (check.look(arrived.file(), upload.name())) {
        case Rejected(var reason, var arguments) -> new Refused(reason, arguments);
        case Accepted(var type) -> scanned(arrived, type, upload);
      };
    } catch (IOException e) {
      if (!StoreTrouble.isCauseOf(e))
        throw new UncheckedIOException("The upload cannot be kept", e);
      log.error("No space left for uploads", e);
      return refused(Reason.NO_SPACE);
    }
  }

  private Examination scanned(Arrived file, FileType type, Upload upload) throws IOException {
    return switch (scan.of(file.file())) {
      case Clean clean -> type.picture() ? picture(file, type, upload) : held(file, type, upload);
      case Infected(var signature) -> {
        infections.record(upload, file, signature);
        yield refused(Reason.INFECTED);
      }
      case NotScanned notNow -> refused(Reason.NOT_SCANNED);
    };
  }

  private Examination picture(Arrived sent, FileType type, Upload upload) throws IOException {
    var picture = pictures.straighten(sent, type);
    if (picture.isEmpty()) return refused(Reason.DAMAGED);
    try (var straight = picture.get().file()) {
      return held(straight, picture.get().type(), upload);
    }
  }

  private Examined held(Arrived file, FileType type, Upload upload) throws IOException {
    return held(file, FileName.of(upload.name(), type), type.mediaType());
  }

  private Examined held(Arrived file, String name, String mediaType) throws IOException {
    return new Examined(contents.hold(file), name, mediaType, file.size(), file.sha256());
  }

  @Override
  @Transactional
  public StoredDocument store(Examined file) {
    contents.claim(file.hold(), file.sha256());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var document =
        new StoredDocument(
            DocumentId.next(), file.name(), file.mediaType(), file.size(), file.sha256(), now);
    documents.insert(document);
    return document;
  }

  @Override
  @Transactional
  public void release(Examined file) {
    contents.release(file.hold(), file.sha256());
  }

  @Override
  public StoringOutcome store(Upload upload) {
    return switch (examine(upload)) {
      case Refused refused -> refused;
      case Examined file -> new Stored(transaction.execute(status -> store(file)));
    };
  }

  @Override
  @Transactional
  public StoredDocument keep(byte[] content, String name, String mediaType) {
    try (InputStream stream = new ByteArrayInputStream(content);
        var arrived = intake.receive(stream, content.length)) {
      return store(held(arrived, FileName.of(name), mediaType));
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be kept: " + name, e);
    }
  }

  @Override
  public StoredDocument get(DocumentId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("No document " + id));
  }

  @Override
  public Optional<StoredDocument> find(DocumentId id) {
    return documents.find(id);
  }

  /** The content is locked first: whoever removes its last document meanwhile waits for ours. */
  @Override
  @Transactional
  public Optional<StoredDocument> copy(DocumentId id) {
    return documents
        .find(id)
        .filter(original -> contents.keep(original.sha256()))
        .map(
            original ->
                new StoredDocument(
                    DocumentId.next(),
                    original.name(),
                    original.mediaType(),
                    original.size(),
                    original.sha256(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .map(
            copy -> {
              documents.insert(copy);
              return copy;
            });
  }

  @Override
  @Transactional
  public void remove(DocumentId id) {
    var document = documents.find(id);
    if (document.isPresent() && documents.remove(id)) {
      contents.removeIfUnneeded(document.get().sha256(), id.value());
    }
  }

  @Override
  public Resource open(DocumentId id) {
    return new StoredContent(get(id), contents);
  }

  private Refused tooLarge() {
    return new Refused(Reason.TOO_LARGE, List.of(limit.toMegabytes()));
  }

  private static Refused refused(Reason reason) {
    return new Refused(reason, List.of());
  }
}
