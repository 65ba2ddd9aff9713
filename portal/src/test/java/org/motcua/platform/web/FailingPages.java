package org.motcua.platform.web;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Addresses that fail as asked; only in tests. */
@Controller
class FailingPages {

  @GetMapping("/dev/fail/{status}")
  String fail(@PathVariable int status) {
    throw new ResponseStatusException(HttpStatusCode.valueOf(status));
  }

  @GetMapping("/dev/fail/unexpectedly")
  String failUnexpectedly() {
    throw new IllegalStateException("as asked");
  }

  @PostMapping("/dev/fail/upload")
  String upload(@RequestParam MultipartFile file) {
    throw new IllegalStateException("got " + file.getSize());
  }
}
