package org.motcua.identity;

import java.util.Optional;

/** Knows agencies' systems by name; implemented by whoever registers them. */
public interface Programs {

  Optional<String> nameOf(String client);

  /** Whether it is registered and has not been closed. */
  boolean isOpen(String client);

  /** The mail address of those who run it. */
  Optional<String> contactOf(String client);

  /** Whether this person lets it file applications, at this moment. */
  boolean mayFileFor(AccountId person, String client);
}
