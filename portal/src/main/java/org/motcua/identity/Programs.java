package org.motcua.identity;

import java.net.URI;
import java.util.Optional;

/** Knows agencies' systems by name; implemented by whoever registers them. */
public interface Programs {

  Optional<String> nameOf(String client);

  /** Whether it is registered and has not been closed. */
  boolean isOpen(String client);

  /** Whether the address lies at a site that was registered for it. */
  boolean isAt(String client, URI address);

  /** The mail address of those who run it. */
  Optional<String> contactOf(String client);

  /** Whether this person lets it file applications, at this moment. */
  boolean mayFileFor(AccountId person, String client);
}
