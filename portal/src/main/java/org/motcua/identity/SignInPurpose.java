package org.motcua.identity;

import java.util.Optional;
import org.motcua.platform.web.Language;

/**
 * Knows to which agency's site an address of the portal leads, so that somebody who is sent to sign
 * in reads for whose sake; implemented by whoever leads people there.
 */
public interface SignInPurpose {

  /**
   * @param address where one goes on after signing in: path and query
   * @return the site's name
   */
  Optional<String> siteBehind(String address, Language language);
}
