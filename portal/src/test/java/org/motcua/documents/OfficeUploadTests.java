package org.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.StoringOutcome.Stored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class OfficeUploadTests {

  private static final byte[] PROGRAM = Files.bytes("MZ\u0090 a program of Windows");
  private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4};

  @Autowired Documents documents;

  @Test
  void textsAndTablesAreTakenForWhatTheyAre() throws Exception {
    var text = stored("đơn.docx", OfficeFiles.docx());
    assertThat(text.mediaType()).endsWith("wordprocessingml.document");
    assertThat(documents.open(text.id()).getContentAsByteArray()).isEqualTo(OfficeFiles.docx());
    var table = stored("bảng kê.docx", OfficeFiles.xlsx());
    assertThat(table.mediaType()).endsWith("spreadsheetml.sheet");
    assertThat(table.name()).isEqualTo("bảng kê.xlsx");
  }

  @Test
  void browsersSaveThemInsteadOfShowingThem() {
    var text = stored("đơn.docx", OfficeFiles.docx());
    var answer = Download.inline(text, documents.open(text.id()));
    assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
  }

  @Test
  void linksToClickOnAndDiagramsWithTheirTablesAreTaken() {
    stored("a.docx", OfficeFiles.docxWith("hyperlink", true));
    stored("a.docx", OfficeFiles.docxWith("image", false));
    stored(
        "a.docx",
        OfficeFiles.word("").with("word/embeddings/table.xlsx", OfficeFiles.xlsx()).bytes());
  }

  @Test
  void macrosAreRefusedHoweverTheyAreNamed() {
    assertThat(refused("a.docm", OfficeFiles.docm())).isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused("a.docx", OfficeFiles.docm())).isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("a.docx", OfficeFiles.docxWithMacros())).isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused("a.docx", OfficeFiles.docxThatListsMacros()))
        .isEqualTo(Reason.ACTIVE_CONTENT);
    var inside = OfficeFiles.word("").with("word/embeddings/a.docx", OfficeFiles.docxWithMacros());
    assertThat(refused("a.docx", inside.bytes())).isEqualTo(Reason.ACTIVE_CONTENT);
  }

  @Test
  void programsAndObjectsAreRefusedWhereverTheyHide() {
    assertThat(refused(OfficeFiles.word("").with("word/embeddings/oleObject1.bin", OLE)))
        .isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused(OfficeFiles.word("").with("word/media/image1.png", PROGRAM)))
        .isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused(OfficeFiles.word("").with("word/media/image1.png", OLE)))
        .isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused(OfficeFiles.word("").with("word/run.js", "alert(1)")))
        .isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused(OfficeFiles.excel().with("xl/externalLinks/externalLink1.xml", "<x/>")))
        .isEqualTo(Reason.ACTIVE_CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"attachedTemplate", "oleObject", "image", "frame", "subDocument"})
  void whatIsFetchedFromElsewhereByItselfIsRefused(String relation) {
    assertThat(refused("a.docx", OfficeFiles.docxWith(relation, true)))
        .isEqualTo(Reason.ACTIVE_CONTENT);
  }

  @Test
  void aPartThatIsAWebPageIsRefused() {
    assertThat(refused("a.docx", OfficeFiles.docxWith("aFChunk", false)))
        .isEqualTo(Reason.ACTIVE_CONTENT);
  }

  @Test
  void aFieldThatStartsAProgramIsRefusedThoughItsWordsAreSpread() {
    var spread =
        """
        <w:fldChar w:fldCharType="begin"/><w:instrText> DDE</w:instrText>\
        <w:instrText>AUTO c:\\\\windows\\\\cmd.exe</w:instrText><w:fldChar w:fldCharType="end"/>\
        """;
    assertThat(refused(OfficeFiles.word(spread))).isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused(OfficeFiles.word("<w:fldSimple w:instr=' INCLUDETEXT \"x\"'/>")))
        .isEqualTo(Reason.ACTIVE_CONTENT);
    var link =
        """
        <w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://a.vn/DDE"</w:instrText>\
        <w:fldChar w:fldCharType="end"/>\
        """;
    stored("a.docx", OfficeFiles.word(link).bytes());
  }

  @Test
  void whatBlowsUpWhenUnpackedIsRefused() {
    assertThat(refused(OfficeFiles.word("").with("word/media/a.bmp", new byte[40 << 20])))
        .isEqualTo(Reason.TOO_BIG_TO_OPEN);
    var many = OfficeFiles.word("");
    for (var i = 0; i < 4_000; i++) many.with("word/media/" + i + ".png", "");
    assertThat(refused(many)).isEqualTo(Reason.TOO_BIG_TO_OPEN);
  }

  @Test
  void whatAnArchiveSaysOfItsSizesIsNotBelieved() {
    var bomb = OfficeFiles.word("").with("word/media/a.bmp", new byte[40 << 20]).bytes();
    assertThat(refused("a.docx", withSizesOf(bomb, 10))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/a.xml", "/etc/a.xml", "word\\a.xml", "C:a.xml", "WORD/document.XML"})
  void aPathThatLeavesTheFolderOrComesTwiceIsRefused(String name) {
    assertThat(refused(OfficeFiles.word("").with(name, "<x/>"))).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void entitiesThatGrowAreNotRead() {
    var growing =
        """
        <!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w>&b;</w>\
        """;
    assertThat(refused(OfficeFiles.word("").with("word/document.xml", growing)))
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void whatIsTwoThingsAtOnceOrCutShortIsRefused() {
    var text = OfficeFiles.docx();
    assertThat(refused("a.docx", Files.join(text, Files.webPage())))
        .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("a.docx", Files.join(Files.webPage(), text)))
        .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("a.docx", Arrays.copyOf(text, text.length / 2)))
        .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("a.docx", Files.archive())).isEqualTo(Reason.NOT_WHAT_IT_SAYS);
  }

  @Test
  void aPartThatCannotBeUnpackedIsDamaged() {
    var text = OfficeFiles.docx();
    var document = new String(text, StandardCharsets.ISO_8859_1).indexOf("word/document.xml");
    for (var at = document + 20; at < document + 40; at++) text[at] = 0x55;
    assertThat(refused("a.docx", text)).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void oneLockedByAPasswordIsToldSo() {
    var locked =
        Files.join(
            new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
            new byte[] {(byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
            new byte[2000]);
    assertThat(refused("a.docx", locked)).isEqualTo(Reason.ENCRYPTED);
    assertThat(refused("a.doc", locked)).isEqualTo(Reason.TYPE_NOT_ACCEPTED);
  }

  /** Every entry of the list at the end says that it is so small unpacked. */
  private static byte[] withSizesOf(byte[] archive, int size) {
    var text = new String(archive, StandardCharsets.ISO_8859_1);
    for (var at = text.indexOf("PK\u0001\u0002");
        at >= 0;
        at = text.indexOf("PK\u0001\u0002", at + 1)) {
      archive[at + 24] = (byte) size;
      archive[at + 25] = archive[at + 26] = archive[at + 27] = 0;
    }
    return archive;
  }

  private StoredDocument stored(String name, byte[] content) {
    return switch (documents.store(Files.upload(name, content))) {
      case Stored(var document) -> document;
      case Refused refused -> throw new AssertionError("Refused: " + refused.reason());
    };
  }

  private Reason refused(OfficeFiles file) {
    return refused("a.docx", file.bytes());
  }

  private Reason refused(String name, byte[] content) {
    return switch (documents.store(Files.upload(name, content))) {
      case Stored stored -> throw new AssertionError("Kept: " + stored.document());
      case Refused refused -> refused.reason();
    };
  }
}
