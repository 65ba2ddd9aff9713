package org.motcua.catalogue.searching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of its own among the temporary files. Those that a killed process left behind are found
 * by their lock, which the operating system lets go of, and cleared away.
 */
record IndexFolder(Path path) {

  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
  private static final String PREFIX = "motcua-search-";

  static IndexFolder make() throws IOException {
    var folder = new IndexFolder(Files.createTempDirectory(PREFIX));
    folder.besides().forEach(IndexFolder::deleteIfAbandoned);
    return folder;
  }

  private List<IndexFolder> besides() throws IOException {
    try (var all = Files.list(path.toAbsolutePath().getParent())) {
      return all.filter(it -> it.getFileName().toString().startsWith(PREFIX))
          .filter(it -> !it.equals(path))
          .map(IndexFolder::new)
          .toList();
    }
  }

  /** Without a lock it has only just been made, or another user's. */
  private void deleteIfAbandoned() {
    if (!Files.isWritable(path.resolve(IndexWriter.WRITE_LOCK_NAME))) return;
    try (var directory = FSDirectory.open(path)) {
      directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
      delete();
    } catch (LockObtainFailedException e) {
      log.debug("{} is in use", path);
    } catch (IOException e) {
      log.warn("Could not clear away {}", path, e);
    }
  }

  void delete() throws IOException {
    FileSystemUtils.deleteRecursively(path);
  }
}
