package org.motcua.identity.parcels;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.motcua.identity.DataHolder;
import org.motcua.identity.DataHolder.Coded;
import org.motcua.platform.web.Language;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** The ZIP: of each kind of data a JSON file, the files, and last a page for people to read. */
final class ZippedParcel implements DataHolder.Parcel, AutoCloseable {

  private final ZipOutputStream zip;
  private final JsonMapper json;
  private final ReadablePage page;
  private final Set<String> taken = new HashSet<>();

  ZippedParcel(OutputStream out, JsonMapper json, ReadablePage page) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.json = json;
    this.page = page;
  }

  @Override
  public Language language() {
    return page.language();
  }

  @Override
  public void put(String kind, Stream<Map<String, ?>> entries) {
    page.begin();
    begin(kind.replace('.', '/') + ".json");
    write("[");
    var all = entries.iterator();
    for (var first = true; all.hasNext(); first = false) {
      var facts = all.next();
      write(first ? "\n" : ",\n");
      write(json.writeValueAsString(codes(facts)));
      page.add(facts);
    }
    write("\n]\n");
    end();
    page.end(kind);
  }

  @Override
  public void put(String path, Resource file) {
    var own = unique(path);
    page.file(own);
    begin(own);
    try (var content = file.getInputStream()) {
      content.transferTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("A file for a parcel cannot be read", e);
    }
    end();
  }

  @Override
  public void close() {
    begin("index.html");
    page.writeTo(this::write);
    end();
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As programs read it: codes without their words. */
  private static Object codes(Object value) {
    return switch (value) {
      case Coded coded -> coded.code();
      case Collection<?> all -> all.stream().map(ZippedParcel::codes).toList();
      case Map<?, ?> map -> {
        var plain = new LinkedHashMap<Object, Object>();
        map.forEach((name, each) -> plain.put(name, codes(each)));
        yield plain;
      }
      default -> value;
    };
  }

  /** Two papers of one name are kept apart; no name climbs out of the folder. */
  private String unique(String path) {
    var safe = path.replace('\\', '_').replace("..", "_");
    var own = safe;
    for (var number = 2; taken.contains(own); number++) {
      var dot = safe.lastIndexOf('.');
      own =
          dot > safe.lastIndexOf('/')
              ? safe.substring(0, dot) + "-" + number + safe.substring(dot)
              : safe + "-" + number;
    }
    return own;
  }

  private void begin(String path) {
    taken.add(path);
    try {
      zip.putNextEntry(new ZipEntry(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    try {
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
