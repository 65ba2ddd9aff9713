package org.motcua.documents.storing;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A process of its own, so that its heap can be small: puts 20 MB through, and takes them out. */
final class SealInSmallHeap {

  private static final int SIZE = 20 << 20;

  public static void main(String[] folder) throws Exception {
    var intake = new Intake(Files.createTempDirectory(Path.of(folder[0]), "small"));
    var blobs = new FolderBlobStore(Path.of(folder[0]));
    var key =
        new StoreKeys.StoreKey(
            1,
            new AesGcmHkdfStreaming(new byte[32], "HmacSha256", 32, 64 * 1024, 0),
            new javax.crypto.spec.SecretKeySpec(new byte[32], "HmacSHA256"));
    var store = new SealedBlobs(blobs, id -> key, intake);
    try (var arrived = intake.receive(noise(), SIZE + 1L)) {
      var place = key.place(arrived.sha256());
      store.put(place, key, arrived.file());
      try (var content = store.open(place, 1)) {
        System.out.println(
            content.transferTo(OutputStream.nullOutputStream()) + " bytes came back");
      }
      store.remove(place);
    }
  }

  private static InputStream noise() {
    var random = new Random(7);
    return new InputStream() {
      private int left = SIZE;

      @Override
      public int read() {
        return left-- > 0 ? random.nextInt(256) : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        if (left <= 0) return -1;
        var size = Math.min(left, length);
        for (var at = offset; at < offset + size; at++) bytes[at] = (byte) random.nextInt();
        left -= size;
        return size;
      }
    };
  }

  private SealInSmallHeap() {}
}
