package org.gavel.exchange.transparency;

import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.codec.sbe.Violation;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.Opening;

/**
 * Who asked what in a record, as far as a proof shows it. What the journal has sealed stays sealed.
 *
 * @param origin empty where the proof keeps it sealed
 * @param command as canonical JSON; empty where the proof keeps it sealed
 */
public record ProvenRecord(Optional<Origin> origin, Optional<String> command) {
    /** Leaves sealed fields as they are. */
    private static final Sealer SEALED = new Sealer() {
        @Override
        public String seal(String plain) {
            return plain;
        }

        @Override
        public String open(String sealed) {
            throw new Violation("is sealed");
        }
    };

    /** Stands in for the half of a record that a proof does not show. */
    private static final byte[] ANY_COMMAND = anyCommand();

    static ProvenRecord of(ProofFile proof) {
        return new ProvenRecord(
                proof.origin().map(opening -> origin(opening.bytes())),
                proof.command().map(ProvenRecord::command));
    }

    private static byte[] anyCommand() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        CommandEncoder encoder = new CommandEncoder(SEALED);
        int length = encoder.encode(Origin.VENUE, new Tick(1), buffer, 0);
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    private static int originBytes() {
        return 8 + (ANY_COMMAND[0] & 0xff);
    }

    private static Origin origin(byte[] bytes) {
        byte[] record = new byte[bytes.length + ANY_COMMAND.length - originBytes()];
        System.arraycopy(bytes, 0, record, 0, bytes.length);
        System.arraycopy(ANY_COMMAND, originBytes(), record, bytes.length, record.length - bytes.length);
        try {
            return decoder(record).origin();
        } catch (Violation e) {
            throw new InvalidProof("who asked cannot be read: " + e.getMessage(), e);
        }
    }

    private static CommandDecoder decoder(byte[] record) {
        return new CommandDecoder(SEALED).wrap(new UnsafeBuffer(record), 0, record.length);
    }

    private static String command(Opening opening) {
        byte[] bytes = opening.bytes();
        byte[] record = new byte[originBytes() + bytes.length];
        System.arraycopy(ANY_COMMAND, 0, record, 0, originBytes());
        System.arraycopy(bytes, 0, record, originBytes(), bytes.length);
        try {
            return text(decoder(record));
        } catch (Violation e) {
            throw new InvalidProof("what was asked cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(CommandDecoder decoder) {
        return decoder.json().orElseGet(() -> {
            Command command = decoder.command();
            return CanonicalJson.write(JsonCodec.tree(command, SEALED));
        });
    }

    /** Whether this participant asked it, or it was asked for them as its bidder. */
    static boolean isOf(long participant, Opening origin, Opening command) {
        return origin(origin.bytes()).actor() == participant
                || JsonCodec.parse(command(command)).path("bidder").asLong() == participant;
    }
}
