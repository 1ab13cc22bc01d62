package org.gavel.exchange.identity;

import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.EraseIdentity;
import org.gavel.protocol.command.RecordIdentity;
import org.gavel.protocol.reject.RejectReason;

/**
 * What the journal says of one participant's identity; still encrypted.
 *
 * @param sequence of the record; the erasure's where it was erased
 * @param timestamp of that record, microseconds since 1970
 * @param sealed the ciphertext, empty where it was erased
 */
public record RecordedIdentity(long sequence, long timestamp, String sealed, String reason) {
    /**
     * Verifies and replays a journal, which may be in use, and answers the newest accepted word about a participant.
     *
     * @throws org.gavel.exchange.journal.JournalDamage where the journal is damaged
     */
    public static Optional<RecordedIdentity> read(Path dataDirectory, Sealer sealer, int participant) {
        Search search = new Search(sealer, participant);
        JournalReader.read(dataDirectory, search);
        return Optional.ofNullable(search.found);
    }

    public boolean isErased() {
        return sealed.isEmpty();
    }

    /** Replays, for only the market says which records it accepted. */
    private static final class Search implements RecordConsumer {
        private final CommandDecoder decoder;
        private final EngineHost host;
        private final int participant;
        private RecordedIdentity found;

        Search(Sealer sealer, int participant) {
            this.decoder = new CommandDecoder(sealer);
            this.host = new EngineHost(new Market(), sealer, new EventRecorder((o, t, b, f, l) -> {}));
            this.participant = participant;
        }

        @Override
        public void onRecord(long sequence, long timestamp, DirectBuffer buffer, int bodyOffset, int bodyLength) {
            host.onRecord(sequence, timestamp, buffer, bodyOffset, bodyLength);
            decoder.wrap(buffer, bodyOffset, bodyLength);
            boolean accepted = host.request().reason() == RejectReason.NONE
                    && !host.request().isRepeated();
            if (decoder.isBid() || !accepted) {
                return;
            }
            Command command = decoder.command();
            if (command instanceof RecordIdentity identity && identity.participant() == participant) {
                found = new RecordedIdentity(sequence, timestamp, identity.sealed(), "");
            } else if (command instanceof EraseIdentity erasure && erasure.participant() == participant) {
                found = new RecordedIdentity(sequence, timestamp, "", erasure.reason());
            }
        }
    }
}
