package org.gavel.gateway.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.api.PublicLog;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.journal.envelope.SimulatedDisk;
import org.gavel.exchange.journal.envelope.SimulatedDisk.Fault;
import org.gavel.exchange.pipeline.SteppedNode;
import org.gavel.gateway.Story;
import org.gavel.gateway.approval.Approvals;
import org.gavel.gateway.feed.FeedHub;
import org.gavel.gateway.presence.Disconnects;
import org.gavel.gateway.presence.Presence;
import org.gavel.gateway.session.Announced;
import org.gavel.gateway.session.Doors;
import org.gavel.gateway.session.SessionSettings;
import org.gavel.gateway.throttle.Rate;
import org.gavel.gateway.throttle.SnapshotBudgets;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/**
 * A venue, its disk, its clock and everybody's connections on one thread, moved by one seed: journal, sequencer,
 * engine, sessions and feed are the real ones. First anything may fail (safety), then everything is mended and all
 * must come to an end (liveness).
 */
final class NodeSimulation {
    private static final int OPERATOR = 900;
    private static final int BIDDERS = 4;
    private static final int MOST_WAITING = 8;
    private static final int STEPS = 250;
    private static final int MOST_ROUNDS = 3_000;

    private final Draw draw;
    private final SimulatedTroubles troubles;
    private final SimulatedMachine machine = new SimulatedMachine();
    private final SimulatedTokens tokens;
    private final SimulatedDisk disk;
    private final SimulationOracle oracle = new SimulationOracle();
    private final SimulatedLots lots;
    private final SimulatedTrading trading;
    private final boolean trades;
    private final Optional<SimulatedLedger> ledger;
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    /** What the ring had no room for and is tried again. */
    private final List<Runnable> later = new ArrayList<>();

    private final List<SimulatedClient> clients = new ArrayList<>();
    private final SimulatedClient operator;
    private long connections;
    private boolean admitted;
    private SteppedNode node;
    private Doors doors;
    private int starts;

    /** @param directory for the ledger's database, which some runs have */
    NodeSimulation(Draw draw, SimulatedTokens tokens, Path directory) {
        this.draw = draw;
        this.tokens = tokens;
        disk = new SimulatedDisk(draw);
        lots = new SimulatedLots(draw, oracle);
        trading = new SimulatedTrading(draw, oracle.book());
        trades = !draw.chance(4);
        ledger = draw.chance(12) ? Optional.of(new SimulatedLedger(draw, Story.VENUE, directory)) : Optional.empty();
        troubles = new SimulatedTroubles(draw);
        operator = client(Role.OPERATOR, OPERATOR);
        for (int bidder = 1; bidder <= BIDDERS; bidder++) {
            client(Role.BIDDER, bidder);
        }
    }

    private SimulatedClient client(Role role, long subject) {
        SimulatedClient client = new SimulatedClient(role, subject, tokens.of(role, subject), draw);
        clients.add(client);
        return client;
    }

    /** The disk that must be found out. */
    SimulatedDisk disk() {
        return disk;
    }

    /** Starts of the node in this run. */
    int starts() {
        return starts;
    }

    int eventsTold() {
        return oracle.told();
    }

    long trades() {
        return oracle.book().trades();
    }

    void run() {
        start();
        prepare();
        for (int step = 0; step < STEPS; step++) {
            trouble();
            act();
            step();
        }
        settle();
        leave();
        judge();
    }

    private void prepare() {
        operator.ask(new RegisterParticipant(SimulatedLots.SELLER, ""));
        for (int bidder = 1; bidder <= BIDDERS; bidder++) {
            operator.ask(new RegisterParticipant(bidder, ""));
            operator.ask(new CreditDeposit(bidder, new Money(1_000_000), "bank"));
        }
        if (trades) {
            trading.prepare(operator, BIDDERS);
        }
    }

    /** What any of the people may do next. */
    private void act() {
        admitted |= operator.isAnswered();
        if (!admitted) {
            return; // The venue remembers no answers for those it does not know.
        }
        lots.act(operator, machine.micros());
        if (draw.chance(3)) {
            ask(lots.bid());
        }
        if (trades && draw.chance(2)) {
            SimulatedClient trader = someone();
            ask(trader, trading.act(Math.toIntExact(trader.subject), machine.micros()));
        }
        if (trades && draw.chance(25)) {
            operator.ask(trading.staff(machine.micros()));
        }
        if (draw.chance(30)) {
            operator.ask(new CreditDeposit(1 + draw.below(BIDDERS), new Money(1 + draw.below(5)), "bank"));
        }
    }

    private SimulatedClient someone() {
        return clients.get(1 + draw.below(BIDDERS));
    }

    private void ask(Command command) {
        ask(someone(), command);
    }

    private void ask(SimulatedClient who, Command command) {
        if (who.waiting() < MOST_WAITING) {
            who.ask(command);
            if (draw.chance(6)) {
                who.repeat();
            }
        }
    }

    private void trouble() {
        troubles.befall(machine);
        troubles.befall(disk);
        clients.forEach(troubles::befall);
        if (troubles.restarts()) {
            node.stop();
            crash();
            start();
        }
    }

    /** Messages move, the pipeline takes a batch, answers come back; what the node cannot survive ends it. */
    private void step() {
        again();
        for (SimulatedClient client : clients) {
            if (!client.isConnected() && draw.chance(6)) {
                client.connect(doors, tasks, ++connections);
            }
            client.move(draw.below(6));
        }
        try {
            node.step(1 + draw.below(24));
        } finally {
            if (node.fault() instanceof SimulatedDisk.PowerCut) {
                tasks.clear();
            }
        }
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
        ledger.ifPresent(SimulatedLedger::move);
        if (node.fault() != null) {
            clients.forEach(client -> client.move(draw.below(3)));
            crash();
            start();
        }
    }

    private void again() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    private void crash() {
        tasks.clear();
        clients.forEach(SimulatedClient::disconnect);
        later.clear();
    }

    /** Starts the node until it stands: a start may fail as well. */
    private void start() {
        long acknowledged = disk.watermark();
        while (true) {
            try {
                node = new SteppedNode(disk, machine::micros, Story.VENUE);
                break;
            } catch (SimulatedDisk.PowerCut | org.gavel.exchange.journal.JournalFault again) {
                acknowledged = Math.max(acknowledged, disk.watermark());
            }
        }
        starts++;
        long recovered = node.recoveredSequence();
        long least = acknowledged;
        assertTrue(recovered >= least, () -> "up to " + least + " was acknowledged, " + recovered + " is left");
        clients.forEach(client -> oracle.expectAnswers(client, node.recovered()));
        oracle.expectSingleEffects(node.recovered());
        FeedHub hub = new FeedHub();
        oracle.restarted();
        node.follow("oracle", 0, oracle::on);
        ledger.ifPresent(books -> books.restarted(node, oracle.openedAt()));
        node.follow("gateway", 0, hub::on);
        node.step(0);
        oracle.recoveredAll();
        clients.forEach(oracle::expectOrders);
        SessionSettings settings = SessionSettings.defaults(Story.VENUE)
                .withBidders(new Rate(100_000, 100_000))
                .withInFlight(16);
        doors = new Doors(
                settings,
                node,
                hub,
                tokens.keys(),
                machine,
                new Approvals(machine.micros()),
                new Presence(),
                new Disconnects(node, later::add),
                new Announced(),
                PublicLog.NONE,
                new SnapshotBudgets());
    }

    /** Everything is mended: every request is answered, every lot ends. */
    private void settle() {
        disk.plan(Fault.NONE);
        clients.forEach(client -> client.stall(false));
        int rounds = 0;
        while (!isSettled()) {
            assertTrue(
                    ++rounds < MOST_ROUNDS,
                    () -> "everything comes to an end once everything is mended; left: " + left());
            machine.pass(200_000);
            clients.forEach(SimulatedClient::retry);
            step();
            resumePaused();
        }
    }

    private void resumePaused() {
        boolean idle = node.market().nextDue() == TimerQueue.NEVER && operator.isAnswered();
        if (idle && !oracle.allEnded()) {
            for (int lot : oracle.openLots()) {
                operator.ask(new ResumeLot(lot, "everything is mended"));
            }
        }
    }

    private String left() {
        StringBuilder left = new StringBuilder();
        clients.forEach(client -> left.append(client.subject)
                .append(" waits for ")
                .append(client.left())
                .append("; "));
        return left + "open lots " + oracle.openLots() + ", due "
                + node.market().nextDue();
    }

    private boolean isSettled() {
        return clients.stream().allMatch(SimulatedClient::isAnswered)
                && oracle.allEnded()
                && node.market().nextDue() == TimerQueue.NEVER;
    }

    /** Everybody goes: what was to end with a connection ends. */
    private void leave() {
        clients.forEach(SimulatedClient::disconnect);
        for (int rounds = 0; !later.isEmpty() || !node.isIdle(); rounds++) {
            assertTrue(rounds < MOST_ROUNDS, "every connection that ended is reported");
            again();
            node.step(24);
        }
        oracle.book().nobodyIsConnected();
    }

    /** A clean stop; whoever replays the journal has the same market. */
    private void judge() {
        node.stop();
        byte[] live = node.market().stateHash();
        long sequence = node.market().sequence();
        crash();
        start();
        assertEquals(sequence, node.recoveredSequence(), "a clean stop loses nothing");
        assertArrayEquals(live, node.recoveredHash(), "replay gives the same state");
        ledger.ifPresent(books -> books.judge(trades(), oracle.sold()));
    }
}
