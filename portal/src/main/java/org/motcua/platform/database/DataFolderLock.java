package org.motcua.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One portal at a time uses a data folder with an embedded database. The operating system gives the
 * lock back however the process ends.
 */
class DataFolderLock {

  private final FileChannel channel;

  private DataFolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static DataFolderLock take(Path dataFolder) {
    try {
      Files.createDirectories(dataFolder);
      var channel =
          FileChannel.open(
              dataFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw DatabaseDoesNotStart.sinceFolderIsInUse(dataFolder);
      }
      return new DataFolderLock(channel);
    } catch (IOException e) {
      throw DatabaseDoesNotStart.because(dataFolder, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisVeryProcess) {
      return null;
    }
  }

  void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
