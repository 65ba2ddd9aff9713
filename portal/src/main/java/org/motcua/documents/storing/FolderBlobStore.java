package org.motcua.documents.storing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Contents in {@code documents/ab/cd/abcd…}: two levels keep every folder small. */
@Component
class FolderBlobStore implements BlobStore {

  private final Path folder;

  FolderBlobStore(@Value("${motcua.data-folder}") Path data) {
    this.folder = data.resolve("documents");
  }

  @Override
  public void put(String sha256, Path file) throws IOException {
    var place = place(sha256);
    if (Files.exists(place)) return;
    force(file, StandardOpenOption.WRITE);
    var shelf = Files.createDirectories(shelf(sha256));
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    force(shelf, StandardOpenOption.READ);
    force(row(sha256), StandardOpenOption.READ);
    force(folder, StandardOpenOption.READ);
  }

  @Override
  public Resource open(String sha256) {
    return new FileSystemResource(place(sha256));
  }

  @Override
  public void remove(String sha256) throws IOException {
    Files.deleteIfExists(place(sha256));
  }

  private Path place(String sha256) {
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return row(sha256).resolve(sha256.substring(2, 4));
  }

  private Path row(String sha256) {
    return folder.resolve(sha256.substring(0, 2));
  }

  /** A file is only safe when its bytes, and the folder that names it, are on the disk. */
  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
