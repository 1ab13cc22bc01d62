package org.gavel.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.transparency.LogTerms;
import org.gavel.exchange.transparency.VenueLog;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/** How many records a second the public log takes in: read from the journal, salted, hashed, written as tiles. */
public final class LogSpeed {
    private static final int RECORDS_A_BATCH = 1000;
    private static final int ROUNDS = 3;

    private LogSpeed() {}

    /** Measures three rounds; the arguments are a directory that does not exist yet, and how many records. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        int records = Integer.parseInt(arguments[1]);
        Path keys = Files.createDirectories(directory).resolve("keys");
        LogSalts.create(keys);
        LogSigners.create(keys, "bench.example/log");
        fill(directory, records);
        for (int round = 1; round <= ROUNDS; round++) {
            measure(directory, keys, records, round);
        }
    }

    private static void measure(Path directory, Path keys, int records, int round) throws IOException {
        LogTerms terms =
                new LogTerms(directory, Durability.PROCESS, LogSalts.load(keys), LogSigners.load(keys), List.of());
        long start = System.nanoTime();
        long used = processor();
        Files.deleteIfExists(LogTerms.under(directory).resolve("checkpoint")); // else it would go on from there
        try (VenueLog log = VenueLog.open(terms)) {
            while (log.grow(4096) > 0) {
                Thread.onSpinWait();
            }
            long grown = System.nanoTime();
            long own = processor() - used;
            log.sign(Instant.now());
            System.out.printf(
                    Locale.ROOT,
                    "round %d (%s): %d records, %d a second, %d a second of its own thread; signing %d µs%n",
                    round,
                    round == 1 ? "tiles written" : "tiles compared",
                    records,
                    records * 1_000_000_000L / (grown - start),
                    records * 1_000_000_000L / own,
                    (System.nanoTime() - grown) / 1000);
        }
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void fill(Path directory, int records) {
        CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
        BatchBuffer batch = new BatchBuffer();
        try (ChronicleJournal journal =
                ChronicleJournal.open(directory, JournalPosition.START, Durability.PROCESS, LogSettings.daily())) {
            for (int sequence = 1; sequence <= records; sequence++) {
                if ((sequence - 1) % RECORDS_A_BATCH == 0) {
                    batch.begin();
                }
                Origin origin = new Origin(
                        1000 + sequence % 40,
                        0,
                        ClientId.parse("c" + sequence),
                        9,
                        sequence,
                        1,
                        Role.BIDDER,
                        Channel.ONLINE);
                int length = encoder.encode(origin, new PlaceBid(7, 0, new Money(100L * sequence)), buffer, 0);
                batch.add(sequence, sequence, buffer, 0, length);
                if (sequence % RECORDS_A_BATCH == 0 || sequence == records) {
                    journal.append(batch);
                }
            }
        }
    }
}
