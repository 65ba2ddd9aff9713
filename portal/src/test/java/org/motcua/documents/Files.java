package org.motcua.documents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.springframework.core.io.ByteArrayResource;

/** Files as people, and those who mean harm, send them. */
public final class Files {

  public static Upload upload(String name, byte[] content) {
    return new Upload(name, null, new ByteArrayResource(content), content.length);
  }

  public static byte[] pdf() {
    return pdf(document -> {});
  }

  /** A scan of so many bytes, in which nothing can be packed. */
  public static byte[] pdf(int size) {
    return pdf(
        document -> {
          var scan = document.getDocument().createCOSStream();
          var noise = new byte[size];
          new Random(size).nextBytes(noise);
          try (var out = scan.createRawOutputStream()) {
            out.write(noise);
          }
          document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Scan"), scan);
        });
  }

  public static byte[] encryptedPdf() {
    return pdf(
        document ->
            document.protect(
                new StandardProtectionPolicy("owner", "reader", new AccessPermission())));
  }

  public static byte[] pdfWithJavaScript() {
    return pdf(
        document ->
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
  }

  /** The action hides in an annotation's dictionary, nested in others. */
  public static byte[] pdfThatLaunchesAProgram() {
    return pdf(
        document -> {
          var hidden = new COSDictionary();
          hidden.setItem(COSName.A, new PDActionLaunch().getCOSObject());
          document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Extra"), hidden);
        });
  }

  /** Opens as a PDF and, with another name, as an archive. */
  public static byte[] pdfThatIsAlsoAnArchive() {
    return join(pdf(), archive());
  }

  /** An archive that says of itself that a PDF's end is its comment. */
  public static byte[] pdfWithAnArchiveInside() {
    var archive = archive();
    var end = bytes("\n%%EOF\n");
    archive[archive.length - 2] = (byte) end.length;
    return join(pdf(), archive, end);
  }

  /** One branch hangs in the tree of pages a hundred times, and in it one page a hundred times. */
  public static byte[] pdfOfManyPages() {
    return pdf(
        document -> {
          var root = document.getDocumentCatalog().getPages().getCOSObject();
          var branch = new COSDictionary();
          branch.setItem(COSName.TYPE, COSName.PAGES);
          branch.setItem(COSName.KIDS, oftenIn(document.getPage(0).getCOSObject()));
          root.setItem(COSName.KIDS, oftenIn(branch));
          root.setInt(COSName.COUNT, 1);
        });
  }

  private static COSArray oftenIn(COSDictionary node) {
    var array = new COSArray();
    for (var i = 0; i < 100; i++) array.add(node);
    return array;
  }

  /** 200 MB of noughts in an object stream of some kilobytes. */
  public static byte[] pdfBomb() {
    var packed = deflate(new byte[1 << 20], 200);
    var head =
        "%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length "
            + packed.length
            + ">>\nstream\n";
    return join(
        head.getBytes(StandardCharsets.US_ASCII), packed, bytes("\nendstream\nendobj\n%%EOF\n"));
  }

  public static byte[] png() {
    return picture("png", 40, 30);
  }

  public static byte[] jpeg() {
    return picture("jpg", 400, 300);
  }

  /** Says it is 60,000 by 60,000 pixels in a hundred bytes. */
  public static byte[] pngBomb() {
    var header =
        ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
    return join(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        chunk("IHDR", header.array()),
        chunk("IDAT", deflate(new byte[1024], 1)),
        chunk("IEND", new byte[0]));
  }

  public static byte[] heic() {
    return join(
        new byte[] {0, 0, 0, 24}, bytes("ftypheic"), new byte[4], bytes("mif1heic"), new byte[64]);
  }

  public static byte[] webPage() {
    return bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");
  }

  public static byte[] archive() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(new byte[5000]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  private static byte[] pdf(Change change) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      change.make(document);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] picture(String format, int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var paint = picture.createGraphics();
    paint.setColor(Color.ORANGE);
    paint.fillOval(0, 0, width, height);
    paint.dispose();
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] chunk(String type, byte[] content) {
    var crc = new CRC32();
    crc.update(bytes(type));
    crc.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(bytes(type))
        .put(content)
        .putInt((int) crc.getValue())
        .array();
  }

  static byte[] deflate(byte[] block, int times) {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      for (var i = 0; i < times; i++) packed.write(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Change {
    void make(PDDocument document) throws IOException;
  }

  private Files() {}
}
