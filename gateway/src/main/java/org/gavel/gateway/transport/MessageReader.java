package org.gavel.gateway.transport;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.gavel.gateway.session.Session;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * Puts frames together into messages, never holding more than their sender may send, and reads them as strict
 * UTF-8; Vert.x itself would replace what is not UTF-8 and go on. For the connection's thread.
 */
final class MessageReader {
    private final Session session;
    private final Outcome outcome;
    private Buffer message = Buffer.buffer();
    private int length;

    /** What becomes of what was read. */
    interface Outcome {
        void text(String text);

        /** A frame that is no whole message. */
        void part();

        /** The message is refused, and the connection goes on. */
        void refused(InvalidValue problem);

        /** The message is refused, and the connection ends. */
        void violation(InvalidValue problem, CloseCode code);
    }

    MessageReader(Session session, Outcome outcome) {
        this.session = session;
        this.outcome = outcome;
    }

    void frame(WebSocketFrame frame) {
        if (frame.isBinary()) {
            InvalidValue problem = new InvalidValue(RejectReason.BAD_JSON, "", "Binary frames are not read");
            outcome.violation(problem, CloseCode.BINARY);
        } else if (frame.isText() || frame.isContinuation()) {
            append(frame);
        } else if (frame.isPing()) {
            outcome.part();
        }
    }

    private void append(WebSocketFrame frame) {
        Buffer part = frame.binaryData();
        length += part.length();
        if (length > Session.LARGE_MESSAGE) {
            outcome.violation(tooLarge(Session.LARGE_MESSAGE), CloseCode.TOO_LARGE);
            return;
        }
        if (length <= session.messageLimit()) {
            message.appendBuffer(part);
        }
        if (frame.isFinal()) {
            finish();
        } else {
            outcome.part();
        }
    }

    private void finish() {
        Buffer whole = message;
        boolean complete = whole.length() == length;
        message = Buffer.buffer();
        length = 0;
        if (complete) {
            read(whole);
        } else {
            outcome.refused(tooLarge(session.messageLimit()));
        }
    }

    private void read(Buffer whole) {
        try {
            outcome.text(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(whole.getBytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            InvalidValue problem = new InvalidValue(RejectReason.BAD_UTF8, "", "The message is not UTF-8");
            outcome.violation(problem, CloseCode.BAD_UTF8);
        }
    }

    private static InvalidValue tooLarge(int limit) {
        return new InvalidValue(RejectReason.TOO_LARGE, "", "The message has more than " + limit + " bytes");
    }
}
