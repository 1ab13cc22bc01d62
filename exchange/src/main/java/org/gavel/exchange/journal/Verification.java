package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.exchange.journal.envelope.Remainder;
import org.gavel.exchange.journal.envelope.SegmentScan;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;

/**
 * One pass over a journal. A file may end anywhere as long as the next batch, in whatever file, continues exactly;
 * where none follows, the end must lie at or beyond the watermark and nothing valid may lie behind it (F8).
 */
final class Verification {
    /** How often the end is looked at again when a running node goes on writing. */
    private static final int MAX_LOOKS = 8;

    private static final String OTHER_VERSION = "Open it with the version of Gavel that wrote it; nothing was changed.";

    private final Path journal;
    private final Acknowledged acknowledged;
    private final RecordConsumer consumer;
    private final RecordConsumer tracking = this::deliver;

    /** The ends of files since the last batch. */
    private final List<Stop> stops = new ArrayList<>();

    private JournalPosition end = JournalPosition.START;
    private Optional<Path> lastFile = Optional.empty();
    private int generations;
    private long batches;
    private long records;
    private long bytes;
    private long lastTimestamp;
    private long droppedBytes;
    private String dropped = "";

    Verification(Path journal, Acknowledged acknowledged, RecordConsumer consumer) {
        this.journal = journal;
        this.acknowledged = acknowledged;
        this.consumer = consumer;
    }

    /** Reads all files of the next generation. */
    void read(Generation generation) throws IOException {
        for (Path file : generation.files()) {
            read(generation, file, 0);
        }
    }

    /** Goes on behind an anchor, after a look at the batch that stands there, and hands over what follows its record. */
    void resume(Generation generation, JournalAnchor anchor) throws IOException, AnchorMissing {
        Path file = generation.directory().resolve(anchor.segment());
        long behind;
        if (Files.notExists(file)) {
            throw new AnchorMissing(file + " is missing, in which the snapshot was taken");
        }
        try (SegmentScan scan = SegmentScan.openAt(file, anchor.offset())) {
            if (!isAt(scan, anchor)) {
                throw new AnchorMissing(file + ", byte " + anchor.offset() + ", does not hold the batch in which the"
                        + " snapshot was taken: sequence " + anchor.batch().sequence() + " with the hash "
                        + anchor.batch().chainHash());
            }
            acknowledged.require(scan, scan.batch().hash());
            behind = scan.following();
            end = anchor.batch();
            generations = 1;
            scan.batch().forEach((sequence, time, buffer, offset, length) -> {
                if (sequence > anchor.sequence()) {
                    records++;
                    deliver(sequence, time, buffer, offset, length);
                }
            });
        }
        read(generation, file, behind);
        for (Path later : generation.files()) {
            if (later.compareTo(file) > 0) {
                read(generation, later, 0);
            }
        }
    }

    static boolean isAt(Path file, JournalAnchor anchor) throws IOException {
        try (SegmentScan scan = SegmentScan.openAt(file, anchor.offset())) {
            return isAt(scan, anchor);
        }
    }

    private static boolean isAt(SegmentScan scan, JournalAnchor anchor) throws IOException {
        return scan.next() == Step.BATCH
                && scan.position() == anchor.offset()
                && scan.batch().lastSequence() == anchor.batch().sequence()
                && scan.batch().hash().equals(anchor.batch().chainHash());
    }

    private void read(Generation generation, Path file, long from) throws IOException {
        try (SegmentScan scan = SegmentScan.openAt(file, from)) {
            Step step = scan.next();
            while (step == Step.BATCH) {
                accept(generation, scan);
                step = scan.next();
            }
            Flaw flaw = scan.flaw(end.sequence() + 1);
            if (step == Step.UNKNOWN_FORMAT) {
                throw new JournalDamage(flaw, OTHER_VERSION);
            }
            stops.add(new Stop(generation, file, scan.position(), step, end.sequence() + 1, flaw));
        }
    }

    private void accept(Generation generation, SegmentScan scan) {
        BatchView batch = scan.batch();
        requireContinuation(generation, scan);
        requireCleanRolls(generation);
        ChainHash hash = batch.hash();
        acknowledged.require(scan, hash);
        batch.forEach(tracking);
        generations += generation.number() == end.generation() ? 0 : 1;
        batches++;
        records += batch.recordCount();
        bytes += batch.length();
        end = new JournalPosition(batch.lastSequence(), lastTimestamp, generation.number(), hash);
        lastFile = Optional.of(scan.file());
        stops.clear();
    }

    /** The end of what was read and found right. */
    JournalPosition end() {
        return end;
    }

    /** The file that holds it. */
    Optional<Path> lastFile() {
        return lastFile;
    }

    private void deliver(long sequence, long timestamp, DirectBuffer buffer, int bodyOffset, int bodyLength) {
        lastTimestamp = timestamp;
        consumer.onRecord(sequence, timestamp, buffer, bodyOffset, bodyLength);
    }

    private void requireContinuation(Generation generation, SegmentScan scan) {
        Optional<String> gap = Continuity.breakOf(end, generation, scan.batch());
        if (gap.isEmpty()) {
            return;
        }
        if (!stops.isEmpty()) {
            throw suspect().damage(gap.get() + " in " + scan.file() + " at byte " + scan.position());
        }
        throw new JournalDamage(
                new Flaw(scan.file(), scan.position(), end.sequence() + 1, gap.get()), JournalDamage.RESTORE);
    }

    // Only a start may have left an unfinished batch behind it; a roll never does.
    private void requireCleanRolls(Generation generation) {
        for (Stop stop : stops) {
            if (stop.generation().equals(generation) && !stop.isClean()) {
                throw stop.damage("the same start went on after it");
            }
        }
    }

    /** Judges the end and reports. */
    JournalReport finish(int directories) throws IOException {
        if (end.sequence() < acknowledged.sequence()) {
            throw tooShort();
        }
        for (int look = 0; look < MAX_LOOKS; look++) {
            if (!isGrowing()) {
                break;
            }
        }
        return report(directories);
    }

    private JournalDamage tooShort() {
        String why = "sequence " + acknowledged.sequence() + " was acknowledged";
        if (!stops.isEmpty()) {
            return suspect().damage(why);
        }
        Flaw flaw = new Flaw(journal, 0, end.sequence() + 1, "nothing is written here, but " + why);
        return new JournalDamage(flaw, JournalDamage.RESTORE);
    }

    // What is missing is where something follows, else where something is torn, else where no mark says that it ends.
    private Stop suspect() {
        return stops.stream().min(Comparator.comparingInt(Stop::innocence)).orElseThrow();
    }

    // A valid batch behind the end is a hole, unless a running node has closed the gap since.
    private boolean isGrowing() throws IOException {
        droppedBytes = 0;
        dropped = "";
        for (Stop stop : stops) {
            Remainder remainder = stop.remainder();
            if (remainder.isHole()) {
                goOn(stop, remainder);
                return true;
            }
            drop(stop, remainder.bytes());
        }
        return false;
    }

    private void goOn(Stop hole, Remainder remainder) throws IOException {
        long before = end.sequence();
        List<Stop> again = List.copyOf(stops);
        stops.clear();
        for (Stop stop : again) {
            read(stop.generation(), stop.file(), stop.position());
        }
        if (end.sequence() == before) {
            throw hole.damage("sequence " + remainder.laterSequence() + " follows at byte " + remainder.laterBatch());
        }
    }

    private void drop(Stop stop, long remaining) {
        droppedBytes += remaining;
        if (remaining > 0 && dropped.isEmpty()) {
            dropped = stop.file() + ", byte " + stop.position() + ": the last batch, beyond the watermark, is torn or"
                    + " still being written and not part of the journal.";
        }
    }

    private JournalReport report(int directories) {
        return new JournalReport(
                end,
                acknowledged.sequence(),
                generations,
                directories - generations,
                batches,
                records,
                bytes,
                droppedBytes,
                dropped);
    }
}
