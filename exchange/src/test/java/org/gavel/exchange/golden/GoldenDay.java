package org.gavel.exchange.golden;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Genesis;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.value.Money;

/** A day of a venue with something of everything, written as a node writes it, over two starts. */
final class GoldenDay {
    private static final int DIGEST_EVERY = 8;
    private static final int LARGEST_BATCH = 4;

    private final EngineHost host =
            new EngineHost(new Market(), Sealer.NONE, new EventRecorder((ordinal, at, body, offset, length) -> {}));
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final ExpandableArrayBuffer body = new ExpandableArrayBuffer();
    private final BatchBuffer batch = new BatchBuffer();
    private long sequence;
    private long digestUnderway;

    private GoldenDay() {}

    static void spendIn(Path data) {
        new GoldenDay().write(data, records());
    }

    private static List<Submission> records() {
        List<Submission> records = new ArrayList<>();
        records.add(new Submission(time(0), Origin.VENUE, GenesisTerms.of("Golden venue", DIGEST_EVERY)));
        for (Submission submission : day().submissions()) {
            if (!(submission.command() instanceof Genesis)) {
                records.add(submission);
            }
        }
        records.add(new Submission(time(20_000), Origin.VENUE, new NodeStopping("evening")));
        return records;
    }

    private static MarketFixture day() {
        MarketFixture market = MarketFixture.venue();
        bidding(market);
        roadshow(market);
        return market.at(12_000).tick();
    }

    /** Extensions, refusals, a repeat, a pause, an outage. */
    private static void bidding(MarketFixture market) {
        market.at(0).open(lot(7).softClose(300, 300).deposit(yuan(10))).hold(ALICE, BOB);
        market.at(500).cid("b1").bid(ALICE, yuan(100)).cid("b2").bid(BOB, yuan(105));
        market.cid("b1").bid(ALICE, yuan(100)).cid("b1").bid(ALICE, yuan(200));
        market.at(800).bid(BOB, yuan(150)).bid(CAROL, yuan(900));
        market.at(900).pause().at(1000).resume().bid(ALICE, yuan(200));
        market.at(1100).nodeStarts().at(1200).bid(BOB, yuan(300));
    }

    /** A hidden reserve, a lot that fails, a lot that is withdrawn, a group. */
    private static void roadshow(MarketFixture market) {
        market.announce(lot(8).hiddenReserve(yuan(400)))
                .announce(lot(9).openReserve(new Money(50_000)))
                .announce(lot(10).anyRaise().leaderMayRaise())
                .roadshow(1, 60, 8, 9, 10)
                .start(1);
        market.on(8).bid(ALICE, yuan(300)).bid(BOB, yuan(500)).at(5000).tick();
        market.on(9).bid(CAROL, yuan(500)).bid(CAROL, yuan(510)).at(8000).tick();
        market.on(10).bid(ALICE, yuan(123)).bid(ALICE, yuan(124)).at(11_000).tick();
        market.announce(lot(11)).on(11).withdraw().on(12).bid(BOB, yuan(1));
    }

    private void write(Path data, List<Submission> records) {
        int half = records.size() / 2;
        JournalPosition end = writeGeneration(data, JournalPosition.START, records.subList(0, half));
        writeGeneration(data, end, records.subList(half, records.size()));
    }

    private JournalPosition writeGeneration(Path data, JournalPosition end, List<Submission> records) {
        try (ChronicleJournal journal = ChronicleJournal.open(data, end, Durability.PROCESS, LogSettings.daily())) {
            batch.begin();
            for (Submission record : records) {
                if (batch.isEmpty()) {
                    addDigest();
                }
                add(record);
                if (batch.recordCount() >= 1 + record.time() % LARGEST_BATCH) {
                    commit(journal);
                }
            }
            commit(journal);
            while (host.digestToJournal().isPresent()) {
                addDigest();
                commit(journal);
            }
            return journal.end();
        }
    }

    private void addDigest() {
        host.digestToJournal()
                .filter(digest -> digest.sequence() != digestUnderway)
                .ifPresent(digest -> {
                    digestUnderway = digest.sequence();
                    add(new Submission(host.market().time(), Origin.VENUE, digest));
                });
    }

    private void add(Submission record) {
        int length = encoder.encode(record.origin(), record.command(), body, 0);
        batch.add(++sequence, record.time(), body, 0, length);
    }

    private void commit(Journal journal) {
        journal.append(batch);
        batch.forEach(host);
        batch.begin();
    }
}
