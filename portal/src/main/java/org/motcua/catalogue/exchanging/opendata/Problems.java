package org.motcua.catalogue.exchanging.opendata;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a program is told when it asks for what cannot be given. */
final class Problems {

  static ResponseStatusException bad(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }

  static ResponseStatusException notFound(String detail) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, detail);
  }

  private Problems() {}
}
