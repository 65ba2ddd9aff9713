package org.motcua.benchmarks;

/** The portal answered something that a person could not go on from. */
class UnexpectedPage extends IllegalStateException {

  UnexpectedPage(String what, WebPage page) {
    super("%s at %s (%s)".formatted(what, page.address(), page.inShort()));
  }
}
