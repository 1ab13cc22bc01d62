package org.gavel.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.snapshot.graph.GraphCopy;
import org.gavel.exchange.snapshot.graph.GraphReader;
import org.gavel.exchange.snapshot.graph.GraphWriter;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
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
 * What a market of many lots at rest costs at a digest, a snapshot and a start: {@code LOTS ROUNDS}. Processor time of
 * the working thread in milliseconds, a row a round; the first rows are those of a cold JVM.
 */
public final class DigestRun {
    private static final int SELLER = 1;
    private static final Money STEP = new Money(10_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final EngineHost host = new EngineHost(
            new Market(), Sealer.NONE, new EventRecorder((ordinal, timestamp, body, offset, length) -> {}));
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final ExpandableArrayBuffer record = new ExpandableArrayBuffer(4096);

    private DigestRun() {}

    /** {@code LOTS ROUNDS}. */
    public static void main(String[] arguments) throws IOException {
        DigestRun run = new DigestRun();
        run.open(Integer.parseInt(arguments[0]));
        System.out.printf("%10s%10s%10s%10s%10s%10s%n", "digest", "written", "read", "proved", "copied", "made");
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            run.round();
        }
    }

    private void open(int lots) {
        apply(Origin.VENUE, GenesisTerms.of("BENCH", Integer.MAX_VALUE));
        staff(new RegisterParticipant(SELLER, ""));
        for (int lot = 1; lot <= lots; lot++) {
            staff(terms(lot));
        }
    }

    private static AnnounceLot terms(int lot) {
        Money start = new Money(1_000_000L + lot % 977 * 10_000L);
        EnglishTerms english = new EnglishTerms(
                start, List.of(new Step(Money.ZERO, STEP)), false, 0, Duration.ofDays(1), SoftClose.NONE, false);
        return new AnnounceLot(
                lot,
                new Title("拍品 " + lot + " 房产", "Lot " + lot + ", a flat of 90 m2"),
                SELLER,
                "PRIVATE_SALE",
                new Money(5_000),
                Reserve.NONE,
                List.of(english),
                0,
                OutageRule.DEFAULT);
    }

    private void staff(Command command) {
        apply(new Origin(1, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE), command);
    }

    private void apply(Origin origin, Command command) {
        int length = encoder.encode(origin, command, record, 0);
        host.onRecord(host.market().sequence() + 1, 1, record, 0, length);
    }

    /** A digest; a snapshot written, read and proved; a second engine's copy taken and made. */
    private void round() throws IOException {
        Market market = host.market();
        long began = cpu();
        byte[] state = market.stateHash();
        long digest = cpu();
        ArrayDeque<ByteBuffer> blocks = new ArrayDeque<>();
        GraphWriter.write(block -> blocks.add(kept(block)), market);
        long written = cpu();
        Market restored = new Market();
        new GraphReader(blocks::remove).into(restored);
        long read = cpu();
        require(Arrays.equals(state, restored.stateHash()));
        long proved = cpu();
        GraphCopy copy = GraphCopy.of(market);
        long copied = cpu();
        Market beside = new Market();
        copy.reader().into(beside);
        long made = cpu();
        require(Arrays.equals(state, beside.stateHash()));
        System.out.printf(
                "%10d%10d%10d%10d%10d%10d%n",
                digest - began, written - digest, read - written, proved - read, copied - proved, made - copied);
    }

    private static ByteBuffer kept(ByteBuffer block) {
        return ByteBuffer.allocate(block.remaining()).put(block).flip();
    }

    private static void require(boolean same) {
        if (!same) {
            throw new IllegalStateException("the market made again has another state");
        }
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime() / 1_000_000;
    }
}
