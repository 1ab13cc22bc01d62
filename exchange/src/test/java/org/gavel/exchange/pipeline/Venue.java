package org.gavel.exchange.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.FaultyDisk;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.recovery.Recovery;
import org.gavel.exchange.snapshot.SnapshotRule;
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

/** A real exchange on a real directory, spoken to as the gateway would. */
final class Venue implements AutoCloseable {
    static final int SELLER = 501;
    static final int ALICE = 1001;
    static final int BOB = 1002;
    static final int LOT = 7;

    static final int DIGEST_EVERY = 16;
    private static final int FEW_DIGESTS = 1 << 16;

    private static final Comparator<Path> WATERMARK_FIRST = Comparator.comparing(
                    (Path path) -> Files.isRegularFile(path) && !path.endsWith("watermark"))
            .thenComparing(Comparator.naturalOrder());

    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final Optional<EngineHost> host;
    private final Exchange exchange;
    private int commands;

    Venue(ExchangeSettings settings) {
        host = Optional.empty();
        exchange = Exchange.open(settings, fault::set);
    }

    private Venue(Foundation foundation, ExchangeSettings settings, SpaceGuard guard, Consumer<Throwable> listener) {
        host = Optional.of(foundation.host());
        Consumer<Throwable> kept = fault::set;
        exchange = Exchange.open(foundation, settings, guard, kept.andThen(listener));
    }

    /** Over a disk that can be slowed down and broken. */
    static Venue over(FaultyDisk disk, Path directory) {
        return over(disk, directory, SpaceGuard.none());
    }

    static Venue over(FaultyDisk disk, Path directory, SpaceGuard guard) {
        return over(disk, directory, guard, fault -> {});
    }

    static Venue over(FaultyDisk disk, Path directory, SpaceGuard guard, Consumer<Throwable> listener) {
        return over(disk, directory, guard, listener, settings(directory, Durability.DISK, "TEST"));
    }

    /** Of so many lots that frequent digests would take all the time. */
    static Venue ofManyLots(FaultyDisk disk, Path directory, SpaceGuard guard) {
        ExchangeSettings settings = new ExchangeSettings(
                "TEST", directory, Durability.DISK, LogSettings.daily(), Sealer.NONE, FEW_DIGESTS, 1, "test");
        return over(disk, directory, guard, fault -> {}, settings);
    }

    private static Venue over(
            FaultyDisk disk,
            Path directory,
            SpaceGuard guard,
            Consumer<Throwable> listener,
            ExchangeSettings settings) {
        Recovery recovery = Recovery.of(directory, Sealer.NONE, settings.logs());
        JournalPosition end = recovery.report().end();
        Journal journal = disk.open(directory, end, settings.logs());
        Foundation foundation =
                new Foundation(recovery.host(), journal, recovery.eventLog(), end, 0, "faulty", Optional.empty());
        return new Venue(foundation, settings, guard, listener);
    }

    /** Keeping so many bytes of its disk free. */
    static Venue keepingFree(long leastFreeBytes, Path directory) {
        return new Venue(new ExchangeSettings(
                "TEST",
                directory,
                Durability.DISK,
                LogSettings.daily(),
                Sealer.NONE,
                DIGEST_EVERY,
                1,
                "test",
                leastFreeBytes,
                SnapshotRule.NONE));
    }

    /** With a clock that runs so many times as fast as the wall's. */
    static Venue accelerated(Path directory, int factor) {
        return new Venue(new ExchangeSettings(
                "TEST", directory, Durability.DISK, LogSettings.daily(), Sealer.NONE, DIGEST_EVERY, factor, "test"));
    }

    static Venue open(Path directory) {
        return open(directory, Durability.DISK);
    }

    static Venue open(Path directory, Durability durability) {
        return new Venue(settings(directory, durability, "TEST"));
    }

    static ExchangeSettings settings(Path directory, Durability durability, String venue) {
        return new ExchangeSettings(
                venue, directory, durability, LogSettings.daily(), Sealer.NONE, DIGEST_EVERY, 1, "test");
    }

    Exchange exchange() {
        return exchange;
    }

    Throwable fault() {
        return fault.get();
    }

    /** Records applied so far, as another thread happens to see it; only of a venue over a faulty disk. */
    long applied() {
        return host.orElseThrow().commands();
    }

    Answer staff(Command command) {
        return ask(
                9001,
                Role.OPERATOR,
                Channel.CONSOLE,
                "staff-" + ++commands + "-" + System.nanoTime() % 10_000,
                command);
    }

    Answer bidder(int participant, String cid, Command command) {
        return ask(participant, Role.BIDDER, Channel.ONLINE, cid, command);
    }

    Answer ask(long actor, Role role, Channel channel, String cid, Command command) {
        return submit(actor, role, channel, cid, command)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    CompletableFuture<Answer> submit(long actor, Role role, Channel channel, String cid, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        ClientId id = ClientId.parse(cid.substring(0, Math.min(16, cid.length())));
        exchange.submit(new Origin(actor, 0, id, 1, 0, 1, role, channel), command, Reply.keeping(answer::complete));
        return answer;
    }

    /** Sends an act of the staff whose answer is waited for later. */
    CompletableFuture<Answer> submitAsStaff(String cid, Command command) {
        return submit(9001, Role.OPERATOR, Channel.CONSOLE, cid, command);
    }

    /** Sends a bid whose answer is waited for later. */
    CompletableFuture<Answer> send(int participant, String cid, long yuan) {
        return submit(participant, Role.BIDDER, Channel.ONLINE, cid, new PlaceBid(LOT, 0, new Money(yuan * 100)));
    }

    Answer bid(int participant, String cid, long yuan) {
        return bidder(participant, cid, new PlaceBid(LOT, 0, new Money(yuan * 100)));
    }

    /** Registers seller and bidders, pays deposits in, announces and opens the lot. */
    Venue withOpenLot(Duration duration) {
        for (int participant : new int[] {SELLER, ALICE, BOB}) {
            staff(new RegisterParticipant(participant, ""));
        }
        staff(announce(LOT, duration));
        for (int bidder : new int[] {ALICE, BOB}) {
            staff(new CreditDeposit(bidder, new Money(50_000), "T-" + bidder));
            bidder(bidder, "hold", new HoldDeposit(LOT, 0));
        }
        staff(new OpenLot(LOT, "the session begins"));
        return this;
    }

    static AnnounceLot announce(int lot, Duration duration) {
        return new AnnounceLot(
                lot,
                new Title("石墨烯薄膜", "Graphene film"),
                SELLER,
                "PRIVATE_SALE",
                new Money(10_000),
                Reserve.NONE,
                List.of(english(duration)),
                0,
                new OutageRule(false, Duration.ZERO));
    }

    static EnglishTerms english(Duration duration) {
        return new EnglishTerms(
                new Money(100_000),
                List.of(new Step(Money.ZERO, new Money(10_000))),
                false,
                0,
                duration,
                SoftClose.NONE,
                false);
    }

    /** What a kill at this moment would leave on the disk: the watermark is copied first, as it is forced last. */
    static Path crashImage(Path directory, Path image) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(WATERMARK_FIRST).toList()) {
                Path copy = image.resolve(directory.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
        return image;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
