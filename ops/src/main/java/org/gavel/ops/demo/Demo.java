package org.gavel.ops.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.loadtest.report.CrowdReport;
import org.gavel.loadtest.scenario.BidderCrowd;
import org.gavel.loadtest.scenario.CrowdPlan;
import org.gavel.loadtest.scenario.Seat;
import org.gavel.ops.event.EventFile;
import org.gavel.ops.event.EventPlan;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/**
 * A node, a shipped event, simulated bidders and two accounts for the person watching. Data that is there already is
 * continued. One thread runs it; {@link #close} may come from another.
 */
public final class Demo implements AutoCloseable {
    /** The numbers of a later round's lots and roadshow are higher by this, times the round. */
    private static final int ROUND_SHIFT = 1000;

    private static final List<Integer> VISITORS = List.of(1901, 1902);
    private static final Money VISITOR_DEPOSIT = new Money(500_000_000);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration CLERK_WAITS = Duration.ofSeconds(6);

    private final DemoSettings settings;
    private final EventPlan plan;
    private final SealingKey sealingKey;
    private final TokenKeys tokens;
    private final GavelNode node;
    private final DemoStaff staff;
    private final DemoTally tally;
    private final PrintStream progress;
    private final AtomicReference<Optional<BidderCrowd>> crowd = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Starts the node; it serves when this returns. */
    public Demo(DemoSettings settings, PrintStream progress, Consumer<Throwable> onFault)
            throws IOException, InvalidFile {
        Files.createDirectories(settings.data());
        this.settings = settings;
        this.progress = progress;
        this.plan = EventFile.demo().plan();
        this.tokens = settings.tokenKeys();
        this.sealingKey = settings.sealingKey();
        this.node = GavelNode.start(settings.nodePlan(plan.venue(), sealingKey, tokens), onFault);
        this.staff = new DemoStaff(plan.venue(), tokens, endpoint());
        this.tally = new DemoTally(
                node.exchange().recoveredSequence(), node.gateway().views(), progress);
        node.exchange().follow("demo", 0, tally);
    }

    private Endpoint endpoint() {
        return new Endpoint(DemoSettings.HOST, node.port());
    }

    /** Runs the first round that has not ended, to its end. */
    public CrowdReport runRound() throws IOException, InvalidFile {
        int round = firstOpenRound();
        EventPlan event = round == 0 ? plan : plan.again(round * ROUND_SHIFT);
        prepare(round, event);
        int roadshow = event.sessions().get(0).roadshow();
        try (BidderCrowd bidders = new BidderCrowd(CrowdPlan.of(endpoint(), roadshow, settings.seed(), seats()))) {
            crowd.set(Optional.of(bidders));
            CompletableFuture<CrowdReport> bidding = bidders.start();
            if (staff.roadshowState(roadshow).equals("ANNOUNCED")) {
                staff.clerk(new StartRoadshow(roadshow, "The demonstration begins."), "start-" + roadshow);
            } else {
                resumeWhatWaitsForTheClerk();
            }
            CrowdReport report = bidding.join();
            crowd.set(Optional.empty());
            return report;
        }
    }

    private int firstOpenRound() {
        int round = 0;
        int roadshow = plan.sessions().get(0).roadshow();
        while (staff.roadshowState(roadshow + round * ROUND_SHIFT).equals("ENDED")) {
            round++;
        }
        return round;
    }

    /** Loads the round where the venue does not have it; later rounds find their bidders' deposits topped up. */
    private void prepare(int round, EventPlan event) {
        if (!staff.roadshowState(event.sessions().get(0).roadshow()).isEmpty()) {
            return;
        }
        staff.load(event.commands(sealingKey));
        if (round == 0) {
            VISITORS.forEach(visitor -> staff.operate(new RegisterParticipant(visitor, ""), "R" + visitor));
            VISITORS.forEach(visitor -> topUp(visitor, VISITOR_DEPOSIT, 0));
        } else {
            plan.bidders().forEach(bidder -> topUp(bidder.number(), bidder.deposit(), round));
        }
    }

    private void topUp(int participant, Money amount, int round) {
        String reference = "demo-" + round + "/" + participant;
        staff.operate(new CreditDeposit(participant, amount, reference), "T" + round + "-" + participant);
    }

    private List<Seat> seats() {
        return plan.bidders().stream()
                .map(bidder -> new Seat(bidder.number(), staff.token(bidder.number(), Role.BIDDER)))
                .toList();
    }

    /** After a stop some lots go on by their own rule, the others when the clerk says so. */
    private void resumeWhatWaitsForTheClerk() {
        sleep(CLERK_WAITS.dividedBy(settings.clockFactor()));
        for (int lot : staff.pausedLots()) {
            staff.tryClerk(new ResumeLot(lot, "The clerk resumes after the stop."));
        }
    }

    /** The break between two rounds. */
    public void pause() {
        progress.printf("the roadshow starts again in %d s; stop with Ctrl-C%n", PAUSE.toSeconds());
        sleep(PAUSE);
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the page is, and accounts to bid with. */
    public String welcome() {
        String page = "http://" + DemoSettings.HOST + ":" + node.port() + "/";
        StringBuilder text = new StringBuilder("live page      " + page);
        for (int visitor : VISITORS) {
            text.append(System.lineSeparator())
                    .append("bid as ")
                    .append(visitor)
                    .append("    ");
            text.append(page).append("#token=").append(staff.token(visitor, Role.BIDDER));
        }
        return text.toString();
    }

    public DemoSummary summary() {
        int awards = settled();
        return DemoSummary.of(node.exchange(), tally.count(), awards, settings.data());
    }

    /** Awards in the ledger once it has caught up. */
    private int settled() {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        int awards = node.ledger().awards().size();
        while (awards < tally.count().sold() && System.nanoTime() < deadline) {
            sleep(Duration.ofMillis(20));
            awards = node.ledger().awards().size();
        }
        return awards;
    }

    /** Ends cleanly and says what it all came to. */
    public DemoSummary finish() {
        int awards = settled();
        close();
        return DemoSummary.of(node.exchange(), tally.count(), awards, settings.data());
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        crowd.getAndSet(Optional.empty()).ifPresent(BidderCrowd::close);
        progress.println("draining: open lots pause with the time they have left");
        staff.close();
        node.close();
        progress.println("stopped cleanly; the same command goes on from here");
    }
}
