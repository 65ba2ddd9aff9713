package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;

class IndexFolderTest {

  @Test
  void whatAKilledProcessLeftIsClearedAwayAndWhatIsInUseIsNot() throws Exception {
    var used = IndexFolder.make();
    var abandoned = IndexFolder.make();
    for (var folder : new IndexFolder[] {used, abandoned}) {
      Files.writeString(folder.path().resolve("_0.cfs"), "an index");
      Files.createFile(folder.path().resolve(IndexWriter.WRITE_LOCK_NAME));
    }
    try (var directory = FSDirectory.open(used.path());
        var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      IndexFolder.make().delete();
      lock.ensureValid();

      assertThat(used.path()).exists();
      assertThat(abandoned.path()).doesNotExist();
    }
    used.delete();
  }

  @Test
  void oneThatHasOnlyJustBeenMadeIsLeftAlone() throws Exception {
    var young = IndexFolder.make();

    IndexFolder.make().delete();

    assertThat(young.path()).exists();
    young.delete();
  }
}
