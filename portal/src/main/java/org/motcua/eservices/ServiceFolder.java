package org.motcua.eservices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.forms.yaml.Problem;

/**
 * The files of one service as they were found.
 *
 * @param name the folder's own name, which is to be the service's slug
 * @param place where it lies, for those who have to mend it
 * @param files the texts by their names within the folder
 * @param former the folders of its former versions, each named by its number
 * @param unread what could not be read at all
 */
record ServiceFolder(
    String name,
    String place,
    Map<String, String> files,
    List<ServiceFolder> former,
    List<Problem> unread) {

  ServiceFolder {
    files = Map.copyOf(files);
    former = List.copyOf(former);
    unread = List.copyOf(unread);
  }

  ServiceFolder(String name, String place, Map<String, String> files) {
    this(name, place, files, List.of(), List.of());
  }

  /** The same files under another name: a former version is named by its number, not its slug. */
  ServiceFolder as(String slug) {
    return new ServiceFolder(slug, place, files, former, unread);
  }

  String path(String file) {
    return place + "/" + file;
  }

  Optional<String> find(String file) {
    return Optional.ofNullable(files.get(file));
  }

  /** Whether the file lies there but could not be read. */
  boolean hasUnread(String file) {
    return unread.stream().anyMatch(problem -> problem.file().equals(path(file)));
  }
}
