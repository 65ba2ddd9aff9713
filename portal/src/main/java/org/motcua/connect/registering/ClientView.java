package org.motcua.connect.registering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientEvent;
import org.motcua.identity.ProgramPage;

/**
 * All about one system.
 *
 * @param agency its name
 * @param issuer of tokens: the portal's address
 * @param formerUntil until when the former secret is good besides the one in use
 * @param pages what else there is about it
 * @param next address of older lines of the log
 */
public record ClientView(
    Client client,
    String agency,
    @Nullable String told,
    String issuer,
    @Nullable Instant formerUntil,
    List<Count> counts,
    List<ProgramPage> pages,
    List<Line> log,
    @Nullable String next) {

  /**
   * @param what a kind of {@link org.motcua.connect.clients.ClientCounts}
   */
  public record Count(String what, long today, long week) {}

  /**
   * @param reason in words; null where it has none, or one that is not known
   */
  public record Line(ClientEvent event, @Nullable String reason) {}
}
