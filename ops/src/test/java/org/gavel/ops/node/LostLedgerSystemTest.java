package org.gavel.ops.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.EventFeed.Subscription;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.settlement.JournalHead;
import org.gavel.exchange.settlement.Ledger;
import org.gavel.exchange.settlement.Reconciliation;
import org.gavel.exchange.settlement.Settlement;
import org.gavel.exchange.settlement.SettlementFault;
import org.gavel.exchange.settlement.UnitTrade;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.ops.config.NodeConfig;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market goes on while the ledger's database is away, and the ledger misses and doubles nothing (RT-14). */
class LostLedgerSystemTest {
    private static final int BOOK = 1;
    private static final int SELLER = 101;
    private static final int BUYER = 102;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Money PRICE = new Money(100);

    @TempDir
    private Path folder;

    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private PostgresqlProcess database;
    private GavelNode node;
    private int trades;

    @BeforeEach
    void aMarketOverPostgresql() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        TokenKeys.create(keys);
        SealingKey.create(keys);
        database = PostgresqlProcess.start(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("password"), "postgres");
        start(postgresql());
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(1_000));
        staff(new OpenBook(BOOK, "share-a", new Title("", "Units"), terms, null, null, "trading begins"));
        for (int person : new int[] {SELLER, BUYER}) {
            staff(new RegisterParticipant(person, ""));
            staff(new CreditDeposit(person, new Money(1_000_000), "bank"));
            staff(new CreditUnits(person, "share-a", 1_000));
        }
        trade(5);
        await().atMost(PATIENCE).until(() -> ledger().get("behind").intValue() == 0);
    }

    @AfterEach
    void end() throws Exception {
        if (node != null) {
            node.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private String postgresql() {
        return "ledger: {url: '" + database.url() + "', user: postgres, passwordFile: password}\n";
    }

    private void start(String ledger) throws Exception {
        Path file = folder.resolve("node.yaml");
        Files.writeString(
                file,
                "venue: hall\ndata: data\nkeys: keys\ndurability: process\nlisten: {host: 127.0.0.1, port: 0}\n"
                        + ledger);
        node = GavelNode.start(NodePlan.of(NodeConfig.readWithKeys(file)), fault::set);
    }

    private Answer ask(long actor, Role role, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Origin origin = new Origin(actor, 0, ClientId.NONE, 0, 0, 0, role, Channel.CONSOLE);
        node.exchange().submit(origin, command, Reply.keeping(answer::complete));
        return answer.orTimeout(1, TimeUnit.MINUTES).join();
    }

    private void staff(Command command) {
        assertTrue(ask(9001, Role.OPERATOR, command).accepted());
    }

    private void trade(int count) {
        for (int i = 0; i < count; i++) {
            assertTrue(ask(SELLER, Role.BIDDER, order(Side.SELL)).accepted());
            assertTrue(ask(BUYER, Role.BIDDER, order(Side.BUY)).accepted());
            trades++;
        }
    }

    private static Command order(Side side) {
        return new PlaceOrder(BOOK, 0, side, OrderType.LIMIT, PRICE, 1, null, 0, false, null, false);
    }

    private JsonNode ready() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + node.port() + "/readyz");
        return JsonCodec.parse(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body());
    }

    private JsonNode ledger() throws Exception {
        return ready().get("ledger");
    }

    private boolean isCaughtUp() throws Exception {
        assertNull(fault.get(), "the node goes on");
        JsonNode ledger = ledger();
        return ledger.get("state").textValue().equals("CONNECTED")
                && ledger.get("behind").intValue() == 0;
    }

    /** The same events in another ledger, which nothing disturbed, come to the same. */
    private void assertTheLedgerIsWhole() throws Exception {
        await().atMost(PATIENCE).until(this::isCaughtUp);
        Ledger disturbed = node.ledger();
        JournalHead head = new JournalHead(
                "hall", node.exchange().openedAt(), node.exchange().acknowledged());
        try (Ledger other = Ledger.open("jdbc:sqlite:" + folder.resolve("other.db"));
                Settlement settlement = Settlement.start(other, head)) {
            Subscription settling = node.exchange().follow("other", 0, settlement);
            await().atMost(PATIENCE).until(() -> settlement.position() >= disturbed.position());
            settling.close();
            assertEquals(trades, disturbed.trades().size());
            assertEquals(other.trades(), disturbed.trades());
            assertEquals(other.summary().balances(), disturbed.summary().balances());
            assertEquals(other.summary().units(), disturbed.summary().units());
            assertEquals(List.of(), Reconciliation.of(disturbed));
        }
    }

    @Test
    void connectionsThatAnAdministratorEndsAreReplaced() throws Exception {
        database.endConnections();
        trade(10);
        assertTheLedgerIsWhole();
        database.endConnections();
        node.close();
        start(postgresql());
        assertTheLedgerIsWhole();
    }

    @Test
    void theMarketTradesWhileTheServerIsDeadAndTheLedgerCatchesUp() throws Exception {
        database.kill();
        trade(20);
        await().atMost(PATIENCE).until(() -> ledger().get("state").textValue().equals("LOST"));
        assertTrue(ready().get("ready").booleanValue());
        assertTrue(ledger().get("behind").intValue() >= 20, "every trade is still to be entered");
        database.startAgain();
        trade(10);
        assertTheLedgerIsWhole();
    }

    /** The other ledger is filled from the journal; when the first is back it catches up from where it is. */
    @Test
    void aNodeWithoutItsDatabaseStopsCleanlyAndIsOpenedOverAnotherLedgerMeanwhile() throws Exception {
        database.kill();
        trade(20);
        await().atMost(PATIENCE).until(() -> ledger().get("state").textValue().equals("LOST"));
        node.close();
        assertNull(fault.get());
        SettlementFault refusal = assertThrows(SettlementFault.class, () -> start(postgresql()));
        assertTrue(refusal.getMessage().contains("Check that the database runs"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("an empty one"), refusal.getMessage());
        start("");
        staff(new CreditDeposit(BUYER, new Money(1), "bank"));
        await().atMost(PATIENCE).until(this::isCaughtUp);
        assertEquals(trades, node.ledger().trades().size());
        node.close();
        database.startAgain();
        start(postgresql());
        assertTheLedgerIsWhole();
    }

    @Test
    void whatIsNoLossOfTheConnectionStillStopsTheNode() throws Exception {
        database.endConnections();
        database.execute("UPDATE settlement_position SET term = term + 1");
        trade(1);
        await().atMost(PATIENCE).until(() -> fault.get() != null);
        assertTrue(
                fault.get().getMessage().contains("Another settler"),
                fault.get().getMessage());
        List<UnitTrade> entered = node.ledger().trades();
        assertEquals(trades - 1, entered.size());
    }
}
