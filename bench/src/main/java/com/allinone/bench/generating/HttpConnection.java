package com.allinone.bench.generating;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * As little of HTTP/1.1 as it takes to count answers: what a client costs is taken from whoever it asks on the same
 * machine.
 */
final class HttpConnection implements AutoCloseable {
    private static final int ANSWER_MILLIS = 30_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private int status;
    private long bodyBytes;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS);
        input = socket.getInputStream();
        output = socket.getOutputStream();
    }

    /** Sends a whole request and takes in the whole answer. */
    void exchange(byte[] request) throws IOException {
        output.write(request);
        status = Integer.parseInt(line().substring(STATUS_AT, STATUS_AT + 3));
        bodyBytes = 0;
        var length = 0L;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            var value = header.substring(name.length() + 1).strip();
            if (name.equals("content-length")) {
                length = Long.parseLong(value);
            } else if (name.equals("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            }
        }
        if (chunked) {
            chunks();
        } else {
            skip(length);
            bodyBytes = length;
        }
    }

    /** Of the last answer. */
    int status() {
        return status;
    }

    /** How long the body of the last answer was. */
    long bodyBytes() {
        return bodyBytes;
    }

    private void chunks() throws IOException {
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            skip(size);
            bodyBytes += size;
            line();
        }
        while (!line().isEmpty()) {
            // Trailers mean nothing here.
        }
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        while (true) {
            if (position == limit) {
                fill();
            }
            var end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            text.append(new String(buffer, position, end - position, StandardCharsets.ISO_8859_1));
            if (end < limit) {
                position = end + 1;
                return text.charAt(text.length() - 1) == '\r' ? text.substring(0, text.length() - 1) : text.toString();
            }
            position = end;
        }
    }

    private void skip(long bytes) throws IOException {
        var left = bytes;
        while (left > 0) {
            if (position == limit) {
                fill();
            }
            var step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        limit = input.read(buffer);
        position = 0;
        if (limit < 0) {
            throw new EOFException("The connection was closed in the middle of an answer");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
