package org.gavel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.EventFeed.Subscription;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.exchange.view.MarketProjection;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;

/**
 * How long a node is away: {@code make DIR COMMANDS} lets an exchange take bids and snapshots of its own, {@code start
 * DIR} opens it again and answers one command. Both print what they found; start it twice for a warm page cache.
 */
public final class RecoveryRun {
    private static final int LOTS = Integer.getInteger("lots", 200);
    private static final int BIDDERS = 200;
    private static final int SELLER = 1;
    private static final int FIRST_BIDDER = 1000;
    private static final int UNDER_WAY = 8_192;
    private static final Money STEP = new Money(100);

    /** Snapshots fall on digests, each a little later than asked for. */
    private static final long SLACK = 100_000;

    private final long every = Long.getLong("every", SnapshotRule.USUAL.every());
    private final Path data;
    private final Semaphore places = new Semaphore(UNDER_WAY);
    private final Exchange exchange;

    private RecoveryRun(Path data) {
        this.data = data;
        exchange = Exchange.open(
                new ExchangeSettings(
                        "BENCH",
                        data,
                        Durability.PROCESS,
                        LogSettings.daily(),
                        Sealer.NONE,
                        Integer.getInteger("digestEvery", ExchangeSettings.DEFAULT_DIGEST_EVERY),
                        1,
                        "bench",
                        ExchangeSettings.DEFAULT_LEAST_FREE_BYTES,
                        new SnapshotRule(every, 3)),
                Throwable::printStackTrace);
    }

    /** {@code make DIR COMMANDS} or {@code start DIR}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[1]);
        if (arguments[0].equals("make")) {
            new RecoveryRun(data).make(Long.parseLong(arguments[2]));
        } else {
            start(data);
        }
    }

    private static void start(Path data) throws InterruptedException {
        long began = System.nanoTime();
        RecoveryRun run = new RecoveryRun(data);
        long opened = System.nanoTime();
        run.ask(Role.OPERATOR, 9000, new AskStatus(ClientId.parse("x")));
        long answered = System.nanoTime();
        System.out.printf(
                "%s%nopened after %d ms, first answer after %d ms, %d ms of processor time since the JVM began%n",
                run.exchange.recoveryReport(), millis(opened - began), millis(answered - began), cpuMillis());
        MarketProjection views = new MarketProjection();
        Subscription following = run.exchange.follow("views", 0, views::on);
        while (views.sequence() < run.exchange.recoveredSequence()) {
            Thread.sleep(5);
        }
        System.out.printf(
                "views of all events after %d ms, %d ms of processor time%n",
                millis(System.nanoTime() - began), cpuMillis());
        following.close();
        run.exchange.close();
    }

    /** Of all threads of this JVM. */
    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private void make(long commands) throws IOException, InterruptedException {
        open();
        long began = System.nanoTime();
        for (long i = 0; i < commands; i++) {
            int lot = (int) (i % LOTS) + 1;
            int bidder = FIRST_BIDDER + (int) (i / LOTS % BIDDERS);
            Money amount = new Money(STEP.fen() * (i / LOTS + 1));
            places.acquire();
            exchange.submit(
                    new Origin(bidder, 0, ClientId.parse(Long.toString(i)), 0, 0, 0, Role.BIDDER, Channel.ONLINE),
                    new PlaceBid(lot, 0, amount),
                    answer -> places.release());
        }
        places.acquire(UNDER_WAY);
        System.out.printf("%d bids in %d ms%n", commands, millis(System.nanoTime() - began));
        awaitSnapshot(commands);
        exchange.close();
    }

    /** The second engine may be behind: the last snapshot that is due must be there before the exchange closes. */
    private void awaitSnapshot(long commands) throws IOException, InterruptedException {
        long newest = 0;
        while (newest < commands - every - SLACK) {
            Thread.sleep(100);
            List<Path> taken = Snapshots.of(data).newestFirst();
            newest = taken.isEmpty()
                    ? 0
                    : Long.parseLong(taken.get(0).getFileName().toString().replaceAll("\\D", ""));
        }
        System.out.printf("newest snapshot at sequence %d%n", newest);
    }

    private void open() {
        ask(Role.OPERATOR, 9001, new RegisterParticipant(SELLER, ""));
        for (int i = 0; i < BIDDERS; i++) {
            ask(Role.OPERATOR, 9001, new RegisterParticipant(FIRST_BIDDER + i, ""));
            ask(Role.OPERATOR, 9001, new CreditDeposit(FIRST_BIDDER + i, new Money(100L * LOTS), ""));
        }
        EnglishTerms terms = new EnglishTerms(
                STEP, List.of(new Step(Money.ZERO, STEP)), false, 0, Duration.ofDays(300), SoftClose.NONE, false);
        for (int lot = 1; lot <= LOTS; lot++) {
            ask(
                    Role.OPERATOR,
                    9001,
                    new AnnounceLot(
                            lot,
                            new Title("拍品", "Lot " + lot),
                            SELLER,
                            "PRIVATE_SALE",
                            new Money(100),
                            Reserve.NONE,
                            List.of(terms),
                            0,
                            new OutageRule(false, Duration.ZERO)));
            for (int i = 0; i < BIDDERS; i++) {
                ask(Role.BIDDER, FIRST_BIDDER + i, new HoldDeposit(lot, 0));
            }
            ask(Role.OPERATOR, 9001, new OpenLot(lot, "the session begins"));
        }
    }

    private Answer ask(Role role, long actor, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        exchange.submit(new Origin(actor, 0, ClientId.NONE, 0, 0, 0, role, Channel.CONSOLE), command, answer::complete);
        return answer.join();
    }
}
