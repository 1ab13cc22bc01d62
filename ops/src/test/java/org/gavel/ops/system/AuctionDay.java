package org.gavel.ops.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.reject.RejectReason;
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

/** A real exchange's short day in which each bidding rule decides something at its very edge. */
final class AuctionDay {
    private static final int SELLER = 501;
    private static final int ALICE = 1001;
    private static final int BOB = 1002;
    private static final int LOT = 1;
    private static final Money START = new Money(1_000);
    private static final Money STEP = new Money(100);
    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final Exchange exchange;
    private int commands;

    private AuctionDay(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Writes the day's journal and event log under this directory. */
    static void spendIn(Path data) {
        ExchangeSettings settings =
                new ExchangeSettings("V", data, Durability.PROCESS, LogSettings.daily(), Sealer.NONE, 4, 1, "test");
        try (Exchange exchange = Exchange.open(settings, fault -> {
            throw new AssertionError(fault);
        })) {
            AuctionDay day = new AuctionDay(exchange);
            day.prepare();
            day.bid();
            day.awaitClose();
        }
    }

    private void prepare() {
        for (int participant : new int[] {SELLER, ALICE, BOB}) {
            require(RejectReason.NONE, Role.OPERATOR, 9001, new RegisterParticipant(participant, ""));
        }
        SoftClose softClose = new SoftClose(LENGTH, LENGTH, Duration.ofSeconds(10), 3);
        EnglishTerms terms =
                new EnglishTerms(START, List.of(new Step(Money.ZERO, STEP)), false, 5, LENGTH, softClose, false);
        require(
                RejectReason.NONE,
                Role.OPERATOR,
                9001,
                new AnnounceLot(
                        LOT,
                        new Title("一", "One"),
                        SELLER,
                        "PRIVATE_SALE",
                        Money.ZERO,
                        Reserve.NONE,
                        List.of(terms),
                        0,
                        OutageRule.DEFAULT));
        require(RejectReason.NONE, Role.OPERATOR, 9001, new OpenLot(LOT, "The day begins."));
    }

    /** Every bid falls into the soft close's window; the fourth accepted one finds no extension left. */
    private void bid() {
        bid(ALICE, 999, RejectReason.BELOW_START);
        bid(ALICE, 1_000, RejectReason.NONE);
        bid(ALICE, 1_100, RejectReason.ALREADY_LEADING);
        bid(BOB, 1_000, RejectReason.NOT_HIGHER);
        bid(BOB, 1_150, RejectReason.OFF_INCREMENT);
        bid(BOB, 1_100, RejectReason.NONE);
        bid(ALICE, 1_600, RejectReason.NONE);
        bid(BOB, 2_200, RejectReason.INCREMENT_MULTIPLE_TOO_BIG);
        bid(BOB, 1_700, RejectReason.NONE);
    }

    private void bid(int bidder, long fen, RejectReason expected) {
        require(expected, Role.BIDDER, bidder, new PlaceBid(LOT, bidder, new Money(fen)));
    }

    private void awaitClose() {
        Awaitility.await("the close")
                .atMost(Duration.ofSeconds(20))
                .until(() -> ask(Role.BIDDER, ALICE, new PlaceBid(LOT, ALICE, new Money(50)))
                                .reason()
                        == RejectReason.LOT_CLOSED);
    }

    private void require(RejectReason expected, Role role, long actor, Command command) {
        Answer answer = ask(role, actor, command);
        if (answer.reason() != expected) {
            throw new AssertionError(command + " was answered " + answer + " instead of " + expected);
        }
    }

    private Answer ask(Role role, long actor, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        ClientId cid = ClientId.parse("c" + ++commands);
        Origin origin = new Origin(actor, 0, cid, 1, 0, 1, role, Channel.ONLINE);
        exchange.submit(origin, command, Reply.keeping(answer::complete));
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
