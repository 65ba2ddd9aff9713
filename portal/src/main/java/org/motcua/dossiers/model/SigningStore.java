package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;

/** Who is asked to sign, and has signed, which applications. */
public interface SigningStore {

  void add(Signing asked);

  /** All of a dossier, the eldest first, also those that are void. */
  List<Signing> listOf(DossierId dossier);

  /** Those that are not void. */
  List<Signing> listStanding(DossierId dossier);

  /** What waits for the signature of whoever bears one of these numbers, the newest first. */
  List<Signing> listWaitingFor(List<byte[]> guards, int limit);

  /** What this account has signed, the newest first. */
  List<Signing> listSignedBy(AccountId account, @Nullable UUID before, int limit);

  /** What this account has declined to sign, the newest first. */
  List<Signing> listDeclinedBy(AccountId account, @Nullable UUID before, int limit);

  void decline(UUID id, Signing.Refusal refusal);

  void sign(UUID id, Signing.Signature signature);

  void makeVoid(UUID id, Instant now);
}
