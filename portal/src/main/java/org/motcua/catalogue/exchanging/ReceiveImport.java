package org.motcua.catalogue.exchanging;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.exchanging.ReceivedFile.Unreceivable;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Takes a file over: once the sender is told so, it is in the database together with the job that
 * will read it.
 */
@Service
class ReceiveImport {

  /** What the sender is told. */
  sealed interface Receipt {
    /** Also where the same file was under way before. */
    record Received(ImportId id) implements Receipt {}

    record Refused(Unreceivable.Reason reason) implements Receipt {}
  }

  private final ImportStore imports;
  private final SchedulerClient scheduler;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final DataSize largest;

  ReceiveImport(
      ImportStore imports,
      SchedulerClient scheduler,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.catalogue.import.largest-file}") DataSize largest) {
    this.imports = imports;
    this.scheduler = scheduler;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
    this.largest = largest;
  }

  /**
   * A slow sender keeps no transaction open: the file waits on this node's disk until it is whole.
   */
  Receipt receive(InputStream content, @Nullable String fileName, Sender sender)
      throws IOException {
    try (var file = ReceivedFile.receive(content, fileName, largest.toBytes())) {
      return new Receipt.Received(transaction.execute(status -> keep(file, sender)));
    } catch (Unreceivable e) {
      return new Receipt.Refused(e.reason());
    }
  }

  private ImportId keep(ReceivedFile file, Sender sender) {
    var added = imports.add(file, sender, clock.instant());
    if (added.isEmpty()) {
      // The first one ends at this very moment: the sender may ask again.
      return imports
          .findUnderWay(sender.agency(), file.checksum())
          .orElseThrow(() -> new IllegalStateException("The same file has just been taken in"));
    }
    var id = added.get();
    try (var content = file.open()) {
      imports.addPieces(id, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.record(
        sender.actor(),
        "catalogue.import-received",
        "import",
        id.toString(),
        Map.of("bytes", file.bytes(), "checksum", file.checksum()));
    scheduler.schedule(ImportJob.of(id), clock.instant());
    return id;
  }
}
