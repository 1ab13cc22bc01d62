package org.gavel.exchange.golden;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.protocol.codec.json.Sealer;

/** What a replay of a journal came to, as text; also a program of its own, so that another Java can say it. */
final class Replayed {
    private final MessageDigest events;
    private long count;

    private Replayed() throws NoSuchAlgorithmException {
        events = MessageDigest.getInstance("SHA-256");
    }

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        System.out.print(of(Path.of(arguments[0])));
    }

    /** Replays everything; every journaled digest is compared on the way. */
    static String of(Path data) throws NoSuchAlgorithmException {
        Replayed replayed = new Replayed();
        EngineHost host = new EngineHost(new Market(), Sealer.NONE, new EventRecorder(replayed::onEvent));
        JournalReport report = JournalReader.read(data, host);
        return "records " + report.end().sequence() + "\nbatches " + report.batches() + "\nchain "
                + report.end().chainHash() + "\ndigests " + host.digestsMatched() + "\nevents " + replayed.count
                + "\neventsHash " + hex(replayed.events.digest()) + "\nstateHash "
                + hex(host.market().stateHash()) + "\n";
    }

    private void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        byte[] bytes = new byte[length];
        body.getBytes(offset, bytes);
        events.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(ordinal)
                .putLong(timestamp)
                .flip());
        events.update(bytes);
        count++;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
