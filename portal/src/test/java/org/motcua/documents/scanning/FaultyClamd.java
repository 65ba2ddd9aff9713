package org.motcua.documents.scanning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Listens like clamd, and then says this or nothing at all. */
public final class FaultyClamd implements AutoCloseable {

  private final ServerSocket server;
  private final String answer;

  public static FaultyClamd hanging() {
    return new FaultyClamd("");
  }

  public static FaultyClamd saying(String answer) {
    return new FaultyClamd(answer);
  }

  private FaultyClamd(String answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  public String address() {
    return "localhost:" + server.getLocalPort();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      var content = socket.getInputStream();
      if (!answer.isEmpty()) {
        content.readNBytes(6);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      }
      content.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // the other side has had enough
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
