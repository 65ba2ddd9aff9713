package org.motcua.dossiers.submitting;

import java.util.List;
import java.util.Locale;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.signing.NeededSigner;
import org.motcua.dossiers.signing.NeededSigner.State;
import org.motcua.dossiers.signing.Signatures;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.TagColour;
import org.springframework.stereotype.Component;

/** Puts into words who has to sign, and how far that is. */
@Component
public class SignerRows {

  private final Signatures signatures;
  private final Messages messages;

  SignerRows(Signatures signatures, Messages messages) {
    this.signatures = signatures;
    this.messages = messages;
  }

  List<SignerRow> of(Dossier dossier, Language language) {
    return signatures.of(dossier).stream().map(each -> row(each, language)).toList();
  }

  /** What is told of one who stands in the way of handing in. */
  public String missing(NeededSigner signer, Language language) {
    return messages.text(
        language,
        "dossiers.sign.missing." + key(signer.state()),
        signer.title().in(language),
        who(signer, language));
  }

  private SignerRow row(NeededSigner signer, Language language) {
    var state = signer.state();
    var refusal = signer.refusal();
    return new SignerRow(
        signer.title().in(language),
        signer.shownName() == null
            ? messages.text(language, "dossiers.sharing.number_end", signer.numberEnd())
            : who(signer, language),
        messages.text(language, "dossiers.sign.state." + key(state), when(signer, language)),
        switch (state) {
          case SIGNED -> TagColour.GREEN;
          case WAITING -> TagColour.GOLD;
          case NOT_ASKED -> TagColour.BLUE;
          case DECLINED, VOID, OWN, TWICE, NO_NUMBER -> TagColour.RED;
        },
        help(signer, language),
        refusal == null || state.obstacle() ? "" : refusal.why(),
        state == State.NOT_ASKED || state == State.DECLINED || state == State.VOID);
  }

  private String help(NeededSigner signer, Language language) {
    var state = signer.state();
    var refusal = signer.refusal();
    if (state.obstacle() || state == State.VOID) {
      return messages.text(language, "dossiers.sign.help." + key(state));
    }
    if (refusal == null) return "";
    var at = new Formats(language).dateTime(refusal.at());
    return messages.text(
        language,
        state == State.DECLINED ? "dossiers.sign.help.declined" : "dossiers.sign.help.had_declined",
        at);
  }

  private String who(NeededSigner signer, Language language) {
    var name = signer.shownName();
    var number = messages.text(language, "dossiers.sign.number_end", signer.numberEnd());
    return name == null ? number : name + " (" + number + ")";
  }

  private static String when(NeededSigner signer, Language language) {
    var signing = signer.signing();
    var signature = signing == null ? null : signing.signature();
    return signature == null ? "" : at(signature, language);
  }

  private static String at(Signing.Signature signature, Language language) {
    return new Formats(language).dateTime(signature.at());
  }

  private static String key(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
