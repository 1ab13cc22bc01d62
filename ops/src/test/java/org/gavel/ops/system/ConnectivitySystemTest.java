package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.ConnectivityRule;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real node whose bidders' sockets are cut: the lot they are admitted to pauses, and nothing closed reopens. */
class ConnectivitySystemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LASTS = Duration.ofHours(1);
    private static final int WATCHED = 1;
    private static final int CLOSED = 2;
    private static final int UNWATCHED = 3;

    @TempDir
    Path directory;

    private GavelNode node;
    private TokenKeys tokens;
    private SyncClient staff;

    @BeforeEach
    void start() throws Exception {
        Path file = directory.resolve("node.yaml");
        Files.writeString(file, "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: 0}\n");
        tokens = TokenKeys.create(directory.resolve("keys"));
        SealingKey.create(directory.resolve("keys"));
        node = GavelNode.start(plan(NodeConfig.readWithKeys(file)), fault -> {
            throw new AssertionError(fault);
        });
        staff = SyncClient.open(ClientOptions.participant(endpoint(), token(9001, Role.OPERATOR), 1));
    }

    /** Bidders are heard of five times a second. */
    private static NodePlan plan(NodeConfig config) throws IOException {
        NodePlan plan = NodePlan.of(config);
        return new NodePlan(
                plan.exchange(),
                plan.gateway().withHeartbeat(Duration.ofMillis(200)),
                plan.tokens(),
                plan.ledgerUrl(),
                plan.ledgerUser(),
                plan.ledgerPassword(),
                plan.host(),
                plan.portFile());
    }

    @AfterEach
    void stop() {
        staff.close();
        node.close();
    }

    private Endpoint endpoint() {
        return new Endpoint("127.0.0.1", node.port());
    }

    private String token(long subject, Role role) {
        return tokens.issue("V", subject, role, Instant.now().plusSeconds(600), "t" + subject);
    }

    private static AnnounceLot lot(int number, ConnectivityRule rule) {
        EnglishTerms english = new EnglishTerms(
                new Money(100), List.of(new Step(Money.ZERO, new Money(1))), true, 0, LASTS, SoftClose.NONE, false);
        OutageRule outage = new OutageRule(false, Duration.ofSeconds(1), rule);
        Title title = new Title("", "Lot " + number);
        return new AnnounceLot(number, title, 1, "PRIVATE_SALE", Money.ZERO, Reserve.NONE, List.of(english), 0, outage);
    }

    private void prepare() {
        IntStream.of(1, 11, 12, 13, 14).forEach(number -> staff.require(new RegisterParticipant(number, "")));
        ConnectivityRule half = new ConnectivityRule(50, Duration.ofSeconds(1));
        for (int number : new int[] {WATCHED, CLOSED, UNWATCHED}) {
            staff.require(lot(number, number == UNWATCHED ? ConnectivityRule.NONE : half));
            for (int bidder : new int[] {11, 12, 13, 14}) {
                staff.require(new HoldDeposit(number, bidder));
            }
            staff.require(new OpenLot(number, "as announced"));
        }
        new TwoPersons(endpoint(), token(9001, Role.OPERATOR), token(9002, Role.OPERATOR))
                .terminate(CLOSED, "no lawful title");
    }

    private RawSocket signedIn(long subject, Role role) {
        return RawSocket.signedIn(endpoint(), token(subject, role));
    }

    private LotView view(int number) {
        return node.gateway().views().lot(number).orElseThrow();
    }

    private void becomes(String state) {
        Awaitility.await().atMost(PATIENCE).until(() -> view(WATCHED).state().equals(state));
    }

    @Test
    void pausesTheLotAndGoesOnOnceTheyAreBack() {
        prepare();
        try (RawSocket first = signedIn(11, Role.BIDDER)) {
            first.ask("{\"op\":\"PlaceBid\",\"cid\":\"b\",\"lot\":1,\"amount\":\"100\"}");
            signedIn(12, Role.BIDDER).close();
            becomes("PAUSED");
            long remaining = view(WATCHED).remaining();
            assertTrue(remaining > 0 && remaining < LASTS.toNanos() / 1000, () -> "remaining " + remaining);
            assertEquals("TERMINATED", view(CLOSED).state());
            assertEquals("OPEN", view(UNWATCHED).state());
            assertEquals(
                    "LOT_PAUSED",
                    first.ask("{\"op\":\"PlaceBid\",\"cid\":\"c\",\"lot\":1,\"amount\":\"200\"}")
                            .at("/e/name")
                            .textValue());
            try (RawSocket back = signedIn(12, Role.BIDDER)) {
                becomes("OPEN");
                assertEquals(100, view(WATCHED).price().fen());
                assertEquals("TERMINATED", view(CLOSED).state());
                assertTrue(back.ask("{\"op\":\"PlaceBid\",\"cid\":\"d\",\"lot\":1,\"amount\":\"200\"}")
                        .path("ok")
                        .booleanValue());
            }
        }
    }
}
