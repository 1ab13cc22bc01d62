package org.gavel.gateway.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.gavel.protocol.codec.json.JsonCodec;

/** A WebSocket client on a plain socket: it can send every frame there is, and read as slowly as it likes. */
final class RawClient implements AutoCloseable {
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CONTINUATION = 0x0;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    /** A frame as it came. */
    static final class Frame {
        private final int opcode;
        private final byte[] payload;

        Frame(int opcode, byte[] payload) {
            this.opcode = opcode;
            this.payload = payload;
        }

        int opcode() {
            return opcode;
        }

        byte[] payload() {
            return payload;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort() & 0xffff;
        }

        String closeReason() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final String status;
    private String headers = "";

    private RawClient(int port, int receiveBuffer, String origin) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        String request = "GET /ws/v1 HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n") + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        status = line();
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers += header + "\n";
        }
    }

    static RawClient connect(int port) throws IOException {
        return new RawClient(port, 0, "");
    }

    static RawClient from(int port, String origin) throws IOException {
        return new RawClient(port, 0, origin);
    }

    /** One whose receive buffer is small, so that not reading is noticed soon. */
    static RawClient narrow(int port) throws IOException {
        return new RawClient(port, 4_096, "");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    /** The status of the handshake. */
    int status() {
        return Integer.parseInt(status.split(" ", 3)[1]);
    }

    String headers() {
        return headers;
    }

    /** What is left of an HTTP answer's body, on a connection that closes behind it. */
    String body() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    void frame(int opcode, boolean last, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) ((last ? 0x80 : 0) | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i & 3]));
        }
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    void bytes(byte[] raw) throws IOException {
        socket.getOutputStream().write(raw);
    }

    /** Sends a text; single quotes stand for double ones. */
    void text(String text) throws IOException {
        frame(TEXT, true, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The next frame; a message in several frames comes as one. */
    Frame next() throws IOException {
        int opcode = 0;
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        boolean last = false;
        while (!last) {
            int first = in.readUnsignedByte();
            last = (first & 0x80) != 0;
            opcode = (first & 0x0f) == CONTINUATION ? opcode : first & 0x0f;
            payload.write(in.readNBytes(length(in.readUnsignedByte())));
        }
        return new Frame(opcode, payload.toByteArray());
    }

    private int length(int first) throws IOException {
        return switch (first) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> first;
        };
    }

    /** The next text that fits; everything before it is read away. */
    ObjectNode await(Predicate<ObjectNode> fits) throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.opcode() == CLOSE) {
                throw new IOException("closed with " + frame.closeCode() + " " + frame.closeReason());
            }
            if (frame.opcode() == TEXT) {
                ObjectNode message = JsonCodec.parse(frame.text());
                if (fits.test(message)) {
                    return message;
                }
            }
        }
    }

    /** The next reply. */
    ObjectNode reply() throws IOException {
        return await(message -> message.has("ok"));
    }

    ObjectNode ask(String text) throws IOException {
        text(text);
        return reply();
    }

    String refusal(String text) throws IOException {
        return ask(text).get("e").get("name").textValue();
    }

    /** Reads until the server's close frame. */
    Frame awaitClose() throws IOException {
        Frame frame = next();
        while (frame.opcode() != CLOSE) {
            frame = next();
        }
        return frame;
    }

    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        hangUp();
    }
}
