package org.gavel.protocol.codec.sbe;

import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.sbe.generated.AnswerRepeatedEncoder;
import org.gavel.protocol.codec.sbe.generated.BidAcceptedEncoder;
import org.gavel.protocol.codec.sbe.generated.CommandRejectedEncoder;
import org.gavel.protocol.codec.sbe.generated.JsonEventEncoder;
import org.gavel.protocol.codec.sbe.generated.LotExtendedEncoder;
import org.gavel.protocol.codec.sbe.generated.MessageHeaderEncoder;
import org.gavel.protocol.event.Event;

/**
 * Writes events. The hot ones come as primitive arguments and allocate nothing. Reuses its flyweights: one instance
 * a thread. Every method writes at {@code offset} and returns the number of bytes.
 */
public final class EventEncoder {
    private static final int FRAME = MessageHeaderEncoder.ENCODED_LENGTH;

    private final MessageHeaderEncoder frame = new MessageHeaderEncoder();
    private final BidAcceptedEncoder accepted = new BidAcceptedEncoder();
    private final LotExtendedEncoder extended = new LotExtendedEncoder();
    private final CommandRejectedEncoder rejected = new CommandRejectedEncoder();
    private final AnswerRepeatedEncoder repeated = new AnswerRepeatedEncoder();
    private final JsonEventEncoder json = new JsonEventEncoder();

    /** Begins a {@code BidAccepted}; every field must then be set. */
    public BidAcceptedEncoder bidAccepted(MutableDirectBuffer buffer, int offset) {
        return accepted.wrapAndApplyHeader(buffer, offset, frame);
    }

    /** The length of any {@code BidAccepted}. */
    public static int bidAcceptedLength() {
        return FRAME + BidAcceptedEncoder.BLOCK_LENGTH;
    }

    public int lotExtended(int lot, long closesAt, int extension, MutableDirectBuffer buffer, int offset) {
        extended.wrapAndApplyHeader(buffer, offset, frame)
                .closesAt(closesAt)
                .lot(lot)
                .extension(extension);
        return FRAME + LotExtendedEncoder.BLOCK_LENGTH;
    }

    /** Begins a {@code CommandRejected}; every field must then be set. */
    public CommandRejectedEncoder commandRejected(MutableDirectBuffer buffer, int offset) {
        return rejected.wrapAndApplyHeader(buffer, offset, frame);
    }

    /** The length of any {@code CommandRejected}. */
    public static int commandRejectedLength() {
        return FRAME + CommandRejectedEncoder.BLOCK_LENGTH;
    }

    /** Begins an {@code AnswerRepeated}; every field must then be set. */
    public AnswerRepeatedEncoder answerRepeated(MutableDirectBuffer buffer, int offset) {
        return repeated.wrapAndApplyHeader(buffer, offset, frame);
    }

    /** The length of any {@code AnswerRepeated}. */
    public static int answerRepeatedLength() {
        return FRAME + AnswerRepeatedEncoder.BLOCK_LENGTH;
    }

    /** Any event that has no layout of its own. */
    public int rare(Event event, MutableDirectBuffer buffer, int offset) {
        byte[] bytes = CanonicalJson.write(JsonCodec.tree(event)).getBytes(StandardCharsets.UTF_8);
        json.wrapAndApplyHeader(buffer, offset, frame).putJson(bytes, 0, bytes.length);
        return FRAME + json.encodedLength();
    }
}
