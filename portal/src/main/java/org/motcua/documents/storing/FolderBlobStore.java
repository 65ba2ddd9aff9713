package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files in {@code documents/ab/cd/abcd…}: two levels keep every folder small. */
final class FolderBlobStore implements BlobStore {

  private final Path folder;

  FolderBlobStore(Path data) {
    this.folder = data.resolve("documents");
  }

  @Override
  public void put(String place, Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
    var shelf = Files.createDirectories(shelf(place));
    Files.move(file, shelf.resolve(place), StandardCopyOption.ATOMIC_MOVE);
    force(shelf, StandardOpenOption.READ);
    force(row(place), StandardOpenOption.READ);
    force(folder, StandardOpenOption.READ);
  }

  @Override
  public InputStream open(String place) throws IOException {
    return Files.newInputStream(shelf(place).resolve(place));
  }

  @Override
  public void remove(String place) throws IOException {
    Files.deleteIfExists(shelf(place).resolve(place));
  }

  @Override
  public String trouble() {
    return Files.isWritable(folder) ? "" : folder + " cannot be written";
  }

  private Path shelf(String place) {
    return row(place).resolve(place.substring(2, 4));
  }

  private Path row(String place) {
    return folder.resolve(place.substring(0, 2));
  }

  /** A file is only safe when its bytes, and the folder that names it, are on the disk. */
  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
