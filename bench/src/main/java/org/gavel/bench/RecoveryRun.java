package org.gavel.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.AnswerView;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.transparency.LogTerms;
import org.gavel.gateway.GatewaySettings;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.LogSetup;
import org.gavel.ops.node.NodePlan;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.AnnounceLot;
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
 * DIR} starts a whole node on it. The first start builds ledger, public log and kept views from all of it: let it run until
 * they are there, and measure those that follow.
 */
public final class RecoveryRun {
    private static final int LOTS = Integer.getInteger("lots", 200);
    private static final int BIDDERS = 200;
    private static final int SELLER = 1;
    private static final int FIRST_BIDDER = 1000;
    private static final int UNDER_WAY = 4_096;
    private static final Money STEP = new Money(100);

    private static final long EVERY = Long.getLong("every", 1_000_000);
    private static final String VENUE = "BENCH";

    private final Path data;
    private final Semaphore places = new Semaphore(UNDER_WAY);
    private final AtomicLong refused = new AtomicLong();
    private final AtomicReference<String> firstRefusal = new AtomicReference<>("");
    private final Exchange exchange;

    private RecoveryRun(Path data) {
        this.data = data;
        exchange = Exchange.open(settings(data), Throwable::printStackTrace);
    }

    /** {@code make DIR COMMANDS} or {@code start DIR}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[1]);
        if (arguments[0].equals("make")) {
            RecoveryRun run = new RecoveryRun(data);
            try {
                run.make(Long.parseLong(arguments[2]));
            } finally {
                run.exchange.close(); // Its threads would keep a run that failed from ending.
            }
        } else {
            start(data);
        }
    }

    /** A whole node on the data: exchange, ledger, public log and gateway, until a client would be let in. */
    private static void start(Path data) throws IOException {
        NodePlan plan = plan(data);
        long began = System.nanoTime();
        GavelNode node = GavelNode.start(plan, Throwable::printStackTrace);
        long let = System.nanoTime();
        System.out.printf(
                "%s%nclients let in after %d ms, %d ms after the JVM began; %d ms of processor time by then, %d of them"
                        + " the starting thread's own%n",
                node.exchange().recoveryReport(),
                millis(let - began),
                System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime(),
                cpuMillis(),
                millis(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
        awaitEnter();
        node.close();
    }

    /** What goes on beside the market (proofs of the older part, views that are kept, the ledger) is left its time. */
    private static void awaitEnter() throws IOException {
        System.out.println("Enter stops it.");
        System.in.read();
    }

    private static NodePlan plan(Path data) throws IOException {
        Path keys = data.resolve("keys");
        if (!LogSigners.exist(keys)) {
            Files.createDirectories(keys);
            TokenKeys.create(keys);
            LogSalts.create(keys);
            LogSigners.create(keys, "bench.example/log");
        }
        LogTerms log = new LogTerms(data, Durability.PROCESS, LogSalts.load(keys), LogSigners.load(keys), List.of());
        return new NodePlan(
                settings(data),
                GatewaySettings.defaults(VENUE).withAddress("127.0.0.1", 0),
                TokenKeys.load(keys),
                "jdbc:sqlite:" + data.resolve("ledger.db"),
                "",
                "",
                "127.0.0.1",
                data.resolve("port"),
                Optional.of(new LogSetup(log, Duration.ofSeconds(5), List.of())));
    }

    private static ExchangeSettings settings(Path data) {
        return new ExchangeSettings(
                VENUE,
                data,
                Durability.PROCESS,
                LogSettings.daily(),
                Sealer.NONE,
                Integer.getInteger("digestEvery", ExchangeSettings.DEFAULT_DIGEST_EVERY),
                1,
                "bench",
                ExchangeSettings.DEFAULT_LEAST_FREE_BYTES,
                new SnapshotRule(EVERY, 3));
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
                    this::count);
        }
        places.acquire(UNDER_WAY);
        System.out.printf("%d bids in %d ms%n", commands, millis(System.nanoTime() - began));
        requireAccepted(commands);
        awaitSnapshot(commands);
    }

    private void count(AnswerView answer) {
        if (!answer.accepted()) {
            refused.incrementAndGet();
            firstRefusal.compareAndSet("", answer.reason().sentence(answer.detail()));
        }
        places.release();
    }

    private void requireAccepted(long commands) {
        if (refused.get() > 0) {
            throw new IllegalStateException(
                    refused + " of " + commands + " bids were refused, the first so: " + firstRefusal);
        }
    }

    /** The second engine may be behind: the last snapshot that is due must be there before the exchange closes. */
    private void awaitSnapshot(long commands) throws IOException, InterruptedException {
        long newest = 0;
        while (newest < commands / EVERY * EVERY) {
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

    private void ask(Role role, long actor, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        exchange.submit(
                new Origin(actor, 0, ClientId.NONE, 0, 0, 0, role, Channel.CONSOLE),
                command,
                Reply.keeping(answer::complete));
        if (!answer.join().accepted()) {
            throw new IllegalStateException(command + ": " + answer.join().sentence());
        }
    }
}
