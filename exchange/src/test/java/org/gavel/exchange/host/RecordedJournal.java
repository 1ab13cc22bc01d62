package org.gavel.exchange.host;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.StateDigest;

/** Journal records as bytes with the host that applies them, and what it wrote as events. */
final class RecordedJournal {
    private final List<Submission> records = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final ExpandableArrayBuffer body = new ExpandableArrayBuffer();
    private final Market market;
    private final EngineHost host;

    RecordedJournal(Mechanisms mechanisms) {
        market = new Market(mechanisms);
        host = new EngineHost(market, Sealer.NONE, new EventRecorder(this::onEvent));
    }

    private void onEvent(long ordinal, long timestamp, DirectBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        events.add(ordinal + " " + timestamp + " " + HexFormat.of().formatHex(bytes));
    }

    /** Journals what waits to be journaled, then this. */
    void live(Submission submission) {
        journalDigest(submission.time());
        apply(submission);
    }

    /** Journals every digest that waits. */
    RecordedJournal settle() {
        while (host.digestToJournal().isPresent()) {
            journalDigest(market.time());
        }
        return this;
    }

    private void journalDigest(long time) {
        host.digestToJournal().ifPresent(digest -> apply(new Submission(time, Origin.VENUE, digest)));
    }

    private void apply(Submission submission) {
        records.add(submission);
        int length = encoder.encode(submission.origin(), submission.command(), body, 0);
        host.onRecord(market.sequence() + 1, submission.time(), body, 0, length);
    }

    void liveGarbage() {
        host.onRecord(market.sequence() + 1, market.time(), new UnsafeBuffer(new byte[64]), 0, 64);
    }

    /** The same records, nothing added, in another host. */
    RecordedJournal replayedWith(Mechanisms mechanisms) {
        RecordedJournal replay = new RecordedJournal(mechanisms);
        records.forEach(replay::apply);
        return replay;
    }

    /** The same records with one digest exchanged. */
    RecordedJournal with(StateDigest digest, StateDigest other) {
        RecordedJournal changed = new RecordedJournal(KnownMechanisms.ALL);
        for (Submission record : records) {
            Command command = record.command().equals(digest) ? other : record.command();
            changed.records.add(new Submission(record.time(), record.origin(), command));
        }
        return changed;
    }

    List<StateDigest> digests() {
        return records.stream()
                .map(Submission::command)
                .filter(StateDigest.class::isInstance)
                .map(StateDigest.class::cast)
                .toList();
    }

    long sequenceOf(Class<? extends Command> kind) {
        for (int i = 0; i < records.size(); i++) {
            if (kind.isInstance(records.get(i).command())) {
                return i + 1L;
            }
        }
        throw new IllegalArgumentException(kind.getSimpleName());
    }

    List<String> events() {
        return List.copyOf(events);
    }

    Market market() {
        return market;
    }

    EngineHost host() {
        return host;
    }
}
