package org.motcua.dossiers.sharing;

import java.util.List;

/** An invitation as the invited one reads it. */
public record InvitationView(
    String here, String service, String owner, List<String> parts, String until, boolean seesAll) {}
