package org.gavel.gateway.wire;

/** Why the gateway ends a connection. Stable for ever; below 4500 a client may come back, from 4500 on it may not. */
public enum CloseCode {
    /** Binary frames. */
    BINARY(1003, "binary", "Send one JSON object in one text frame."),
    /** Text that is not UTF-8. */
    BAD_UTF8(1007, "bad utf-8", "Send valid UTF-8."),
    /** More bytes than are ever read. */
    TOO_LARGE(1009, "too large", "Send messages of at most 262,144 bytes."),
    /** The node stops. */
    DRAIN(4000, "drain", "Reconnect after a random wait of up to five seconds and resume."),
    /** A fault of ours, in this connection or in the node. */
    FAULT(4001, "fault", "Reconnect and resume; ask with AskStatus about commands without a reply."),
    /** The client does not read as fast as the market moves. */
    SLOW(4008, "slow", "Read faster or subscribe to less; reconnect and resume."),
    /** Nothing was heard of the client for four heartbeats. */
    SILENT(4012, "silent", "Answer pings; reconnect and resume."),
    /** A thousand messages more were over the rate than within it. */
    FLOOD(4013, "flood", "Send less; reconnect after ten seconds."),
    /** The token of the session has expired. */
    EXPIRED(4501, "token expired", "Ask the venue for a new token."),
    /** Three tokens one after the other were refused. */
    REFUSED(4503, "tokens refused", "Ask the venue for a token.");

    private final short code;
    private final String reason;
    private final String advice;

    CloseCode(int code, String reason, String advice) {
        this.code = (short) code;
        this.reason = reason;
        this.advice = advice;
    }

    public short code() {
        return code;
    }

    /** The text of the close frame. */
    public String reason() {
        return reason;
    }

    /** What the client should do. */
    public String advice() {
        return advice;
    }
}
