package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.gavel.exchange.audit.JournalCourse;
import org.gavel.exchange.audit.JournalCourse.Extent;
import org.gavel.exchange.audit.Progress;
import org.gavel.exchange.journal.AcknowledgedEnd;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.exchange.recovery.Audit;
import org.gavel.exchange.transparency.SignedHeadCheck;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;
import org.gavel.protocol.command.Genesis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gavel audit verify}: envelope, chain, watermark, replay, digests, events, keys and the log's signed head. */
@Command(
        name = "verify",
        description = {
            "Reads the journal under a data directory (also of a running node), checks every record, the chain and",
            "the watermark, replays it, and compares every journaled state digest and the event log; with the venue's",
            "keys also that they are this journal's, and the newest head that the public log signed over it.",
            "Exits with 3 at the first difference, naming its sequence."
        },
        footerHeading = "%nExample:%n",
        footer = "  gavel audit verify ./data --keys ./keys --json")
final class AuditVerifyCommand extends AuditCall {
    /** The verdict where nothing in the journal or its log can tell the key given from any other. */
    static final String KEY_NOT_CONFIRMED = "VERIFIED_KEY_NOT_CONFIRMED";

    private static final String VERIFIED = "VERIFIED";
    private static final RecordConsumer NOBODY = (sequence, at, buffer, offset, length) -> {};

    @Mixin
    private AuditOptions journal;

    @Option(names = "--chain-only", description = "Verify without replaying; needs no key.")
    private boolean chainOnly;

    @Override
    int run() throws IOException {
        if (!Files.isDirectory(journal.directory().resolve("journal"))) {
            printed().message(journal.directory() + " holds no journal; name a node's data directory.");
            return ExitCodes.FAILED;
        }
        print(chainOnly ? chain() : replay());
        return ExitCodes.OK;
    }

    private ObjectNode chain() {
        String[] venue = {""};
        CommandDecoder decoder = new CommandDecoder(Sealer.NONE);
        JournalReport report = JournalReader.read(journal.directory(), told((sequence, at, buffer, offset, length) -> {
            if (sequence == 1 && decoder.wrap(buffer, offset, length).command() instanceof Genesis genesis) {
                venue[0] = genesis.venue();
            }
        }));
        journal.requireVenue(venue[0]);
        return describe(report, VERIFIED);
    }

    private ObjectNode replay() throws IOException {
        Optional<Sealer> key = journal.key();
        // Before the journal is read: a running node writes its records first.
        Optional<SignedHeadCheck> head =
                key.isEmpty() ? Optional.empty() : SignedHeadCheck.of(journal.directory(), journal.keyDirectory());
        Audit audit = verified(
                key.orElse(new AbsentKey()),
                head.map(RecordConsumer.class::cast).orElse(NOBODY));
        journal.requireVenue(audit.venue());
        long signed = head.map(SignedHeadCheck::conclude).orElse(0L);
        boolean isConfirmed = audit.keyProofs() > 0 || signed > 0;
        ObjectNode result = describe(audit.report(), key.isEmpty() || isConfirmed ? VERIFIED : KEY_NOT_CONFIRMED)
                .put("venue", audit.venue())
                .put("digestsEqual", audit.digests())
                .put("eventsEqual", audit.events() - audit.eventsLacking())
                .put("eventsLacking", audit.eventsLacking())
                .put("stateSequence", audit.stateSequence())
                .put("stateHash", audit.stateHash())
                .put("key", key.isEmpty() ? "NOT_GIVEN" : audit.keyProofs() > 0 ? "CONFIRMED" : "CONFIRMED_NOTHING")
                .put("keyProofs", audit.keyProofs())
                .put("signedRecords", signed);
        head.ifPresent(check -> result.put("signedBy", check.origin()));
        if (key.isPresent() && !isConfirmed) {
            printed()
                    .message("The sealing key in " + journal.keyDirectory() + " confirmed nothing: no start of this"
                            + " journal names its key, nothing in it is sealed, and no signed head was held against it. It may"
                            + " be any venue's. Chain and replay are right without it; name the venue with --venue.");
        }
        return result;
    }

    private Audit verified(Sealer sealer, RecordConsumer beside) throws IOException {
        try {
            return Audit.of(journal.directory(), sealer, told(beside));
        } catch (IllegalStateException e) {
            // Reading it again names the record; where that finds nothing, the first sentence stands.
            new JournalCourse(journal.directory(), Optional.of(sealer), Progress.NONE).tell(Extent.ALL, record -> {});
            throw e;
        }
    }

    /** The same, with a line of progress now and then. */
    private RecordConsumer told(RecordConsumer consumer) {
        Progress progress = journal.progress();
        long acknowledged = AcknowledgedEnd.of(journal.directory()).sequence();
        return (sequence, at, buffer, offset, length) -> {
            progress.at(sequence, acknowledged);
            consumer.onRecord(sequence, at, buffer, offset, length);
        };
    }

    private static ObjectNode describe(JournalReport report, String verdict) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("result", verdict)
                .put("lastSequence", report.end().sequence())
                .put("watermark", report.watermarkSequence())
                .put("generations", report.generations())
                .put("batches", report.batches())
                .put("chainHash", report.end().chainHash().toString())
                .put("droppedBytes", report.droppedBytes())
                .put("dropped", report.dropped());
    }

    private void print(ObjectNode result) {
        if (isJson()) {
            printed().json(result);
        } else {
            result.properties().forEach(field -> printed()
                    .data(String.format(
                            "%-15s %s", field.getKey(), field.getValue().asText())));
        }
    }

    /** Replays journals in which nothing is sealed, and says what is missing for the others. */
    private static final class AbsentKey implements Sealer {
        private static final String WHAT_TO_DO =
                "the journal holds sealed fields: name the venue's key directory with --keys, or use --chain-only";

        @Override
        public String seal(String plain) {
            throw new IllegalStateException(WHAT_TO_DO);
        }

        @Override
        public String open(String sealed) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
    }
}
