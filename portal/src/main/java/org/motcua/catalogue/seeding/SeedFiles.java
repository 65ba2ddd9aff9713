package org.motcua.catalogue.seeding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows which shipped texts have been taken into the database, so that each is taken in once, and
 * again only when it has changed: what editors write in the meantime stays.
 */
@Component
public class SeedFiles {

  private final JdbcClient jdbc;

  SeedFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of several nodes that start together, one seeds and the others wait for its transaction. */
  public void lock(String seed) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('catalogue.seed ' || :seed))")
        .param("seed", seed)
        .query((row, number) -> true)
        .single();
  }

  /** Whether the text is another than last time; from now on it counts as taken in. */
  public boolean note(String name, byte[] text) {
    return jdbc.sql(
                """
                insert into catalogue.seed_file as known (name, checksum)
                values (:name, :checksum)
                on conflict (name) do update set checksum = excluded.checksum, taken_at = now()
                where known.checksum <> excluded.checksum
                """)
            .param("name", name)
            .param("checksum", checksum(text))
            .update()
        > 0;
  }

  /**
   * @param pattern such as {@code classpath*:seed/catalogue/procedures/*.yaml}
   */
  public static Resource[] list(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (FileNotFoundException e) {
      return new Resource[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] read(Resource file) {
    try {
      return file.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String checksum(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
