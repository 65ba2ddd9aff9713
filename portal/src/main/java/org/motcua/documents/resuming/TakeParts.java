package org.motcua.documents.resuming;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.AppendingOutcome;
import org.motcua.documents.AppendingOutcome.Appended;
import org.motcua.documents.AppendingOutcome.Changed;
import org.motcua.documents.AppendingOutcome.NoSpace;
import org.motcua.documents.AppendingOutcome.NoSuchUpload;
import org.motcua.documents.AppendingOutcome.TooMuch;
import org.motcua.documents.AppendingOutcome.WrongOffset;
import org.motcua.documents.BeginningOutcome;
import org.motcua.documents.BeginningOutcome.Begun;
import org.motcua.documents.BeginningOutcome.TooLarge;
import org.motcua.documents.BeginningOutcome.TooMany;
import org.motcua.documents.DocumentId;
import org.motcua.documents.UnfinishedUpload;
import org.motcua.documents.Upload;
import org.motcua.documents.UploadId;
import org.motcua.documents.Uploads;
import org.motcua.documents.storing.Intake;
import org.motcua.documents.storing.Intake.Arrived;
import org.motcua.documents.storing.PartStore;
import org.motcua.documents.storing.PartStore.StoredPart;
import org.motcua.documents.storing.StoreTrouble;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * A part is first written beside the store, as far as it comes; then it is written down, put into
 * the store, and counted, if the upload still is where the part begins. Whoever dies in between
 * leaves a row, by which the part is found and removed.
 */
@Service
class TakeParts implements Uploads {

  private static final Duration KEPT = Duration.ofDays(1);

  /** Of one person, on the way at the same time. */
  private static final int MOST_FILES = 20;

  private static final long MOST_BYTES = 200L << 20;

  /** A part in a store is some work; no browser of ours needs more than a few dozen. */
  private static final int MOST_PARTS = 500;

  private final JdbcUploads uploads;
  private final PartStore store;
  private final Intake intake;
  private final SchedulerClient jobs;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final DataSize limit;

  TakeParts(
      JdbcUploads uploads,
      PartStore store,
      Intake intake,
      SchedulerClient jobs,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.upload-limit}") DataSize limit) {
    this.uploads = uploads;
    this.store = store;
    this.intake = intake;
    this.jobs = jobs;
    this.transaction = transaction;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  @Transactional
  public BeginningOutcome begin(
      UUID owner, String subject, String name, long size, @Nullable String sha256) {
    if (size > limit.toBytes()) return new TooLarge(limit.toBytes());
    uploads.lockOwner(owner);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var load = uploads.loadOf(owner, now);
    if (load.files() >= MOST_FILES || load.bytes() + size > MOST_BYTES) return new TooMany();
    var upload =
        new UnfinishedUpload(
            UploadId.next(), owner, subject, name, size, sha256, 0, now.plus(KEPT), null);
    uploads.insert(upload);
    return new Begun(upload);
  }

  @Override
  public Optional<UnfinishedUpload> find(UploadId id, UUID owner) {
    return uploads.find(id, owner, clock.instant());
  }

  @Override
  public List<UnfinishedUpload> list(UUID owner, String subject) {
    return uploads.list(owner, subject, clock.instant());
  }

  @Override
  public AppendingOutcome append(
      UploadId id, UUID owner, long offset, InputStream content, @Nullable Digest digest) {
    var upload = find(id, owner);
    if (upload.isEmpty()) return new NoSuchUpload();
    if (upload.get().received() != offset) return new WrongOffset(upload.get().received());
    if (uploads.countParts(id) >= MOST_PARTS) return new TooMuch();
    var connection = new UntilItBreaks(content);
    var left = upload.get().size() - offset;
    try (var arrived = intake.receive(connection, left)) {
      if (arrived.size() > left) return new TooMuch();
      if (digest != null && (connection.broken() || !matches(arrived.file(), digest))) {
        return new Changed();
      }
      return arrived.size() == 0 ? new Appended(upload.get()) : keep(upload.get(), arrived);
    } catch (IOException e) {
      if (!StoreTrouble.isCauseOf(e)) throw new UncheckedIOException("A part cannot be kept", e);
      return new NoSpace();
    }
  }

  private AppendingOutcome keep(UnfinishedUpload upload, Arrived arrived) throws IOException {
    var part = store.next();
    transaction.executeWithoutResult(
        status ->
            uploads.insertPart(
                upload.id(), upload.received(), arrived.size(), part, clock.instant()));
    store.put(part, arrived);
    var outcome = transaction.execute(status -> count(upload, arrived.size(), part));
    if (!(outcome instanceof Appended)) {
      store.remove(part);
      transaction.executeWithoutResult(status -> uploads.removePart(part.place()));
    }
    return outcome;
  }

  /** Of two parts for the same place, sent over an old and a new connection, one is counted. */
  private AppendingOutcome count(UnfinishedUpload upload, long size, StoredPart part) {
    var now = uploads.findForUpdate(upload.id(), upload.owner(), clock.instant());
    if (now.isEmpty()) return new NoSuchUpload();
    if (now.get().received() != upload.received()) return new WrongOffset(now.get().received());
    uploads.setKept(part.place());
    uploads.setReceived(upload.id(), upload.received() + size);
    return find(upload.id(), upload.owner())
        .<AppendingOutcome>map(Appended::new)
        .orElseGet(NoSuchUpload::new);
  }

  private static boolean matches(Path file, Digest digest) throws IOException {
    try {
      var reckoned = MessageDigest.getInstance(digest.algorithm());
      try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), reckoned)) {
        Files.copy(file, out);
      }
      return MessageDigest.isEqual(reckoned.digest(), digest.value());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public Upload open(UnfinishedUpload upload) {
    return new Upload(
            upload.name(),
            null,
            () -> new Parts(store, uploads.listParts(upload.id())),
            upload.size())
        .hashing(upload.sha256());
  }

  @Override
  @Transactional
  public boolean finish(UploadId id, DocumentId document) {
    var finished = uploads.finish(id, document);
    if (finished) jobs.scheduleIfNotExists(RemoveUploads.of(id), clock.instant());
    return finished;
  }

  @Override
  @Transactional
  public void remove(UploadId id, UUID owner) {
    var now = clock.instant();
    if (uploads.end(id, owner, now)) jobs.scheduleIfNotExists(RemoveUploads.of(id), now);
  }
}
