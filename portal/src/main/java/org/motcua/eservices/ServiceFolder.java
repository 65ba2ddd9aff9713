package org.motcua.eservices;

import java.util.Map;
import java.util.Optional;

/**
 * The files of one service as they were found.
 *
 * @param name the folder's own name, which is to be the service's slug
 * @param place where it lies, for those who have to mend it
 * @param files the texts by their names within the folder
 */
record ServiceFolder(String name, String place, Map<String, String> files) {

  ServiceFolder {
    files = Map.copyOf(files);
  }

  String path(String file) {
    return place + "/" + file;
  }

  Optional<String> find(String file) {
    return Optional.ofNullable(files.get(file));
  }
}
