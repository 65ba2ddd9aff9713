package org.motcua.identity;

import java.util.Optional;

/** Knows agencies' systems by name; implemented by whoever registers them. */
public interface Programs {

  Optional<String> nameOf(String client);
}
