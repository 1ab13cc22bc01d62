package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gavel.exchange.sealing.EnvelopeAddress;
import org.gavel.exchange.sealing.EnvelopeCipher;
import org.gavel.exchange.sealing.SealedOffer;
import org.gavel.gateway.access.TokenKeys;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.SyncClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.ops.cli.Console.Run;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.node.GavelNode;
import org.gavel.ops.node.NodePlan;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keyholders deal, bidders seal, keyholders open: the commands against a real node. */
class EnvelopesSystemTest {
    private static final int LOT = 7;
    private static final int ALICE = 1001;
    private static final int BOB = 1002;
    private static final Money AMOUNT = new Money(320_000_000);
    private static final Duration SUBMISSION = Duration.ofSeconds(8);

    @TempDir
    Path directory;

    private String config;
    private NodeConfig settings;
    private GavelNode node;

    @BeforeEach
    void startNode() throws Exception {
        Path file = directory.resolve("node.yaml");
        Files.writeString(file, "venue: V\ndata: data\nkeys: keys\ndurability: process\nlisten: {port: 0}\n");
        config = file.toString();
        gavel("keys", "create", "--config", config).expect(ExitCodes.OK);
        settings = NodeConfig.readWithKeys(file);
        node = GavelNode.start(NodePlan.of(settings), fault -> {
            throw new AssertionError(fault);
        });
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    private SyncClient client(long subject, Role role) {
        String token = TokenKeys.load(settings.keys())
                .issue("V", subject, role, Instant.now().plusSeconds(600), "t" + subject);
        return SyncClient.open(ClientOptions.participant(new Endpoint("127.0.0.1", node.port()), token, subject));
    }

    private EnvelopeKey deal() throws IOException {
        String out = directory.resolve("key").toString();
        Run run = gavel(
                        "envelope-key",
                        "deal",
                        "--k",
                        "2",
                        "--n",
                        "3",
                        "--out",
                        out,
                        "--holder",
                        "exchange",
                        "--holder",
                        "监管方",
                        "--holder",
                        "公证处")
                .expect(ExitCodes.OK);
        assertTrue(run.err().contains("for 公证处: "), run.err());
        try (Stream<Path> files = Files.list(directory.resolve("key"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(List.of("envelope-key.json", "share-1.json", "share-2.json", "share-3.json"), names);
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(share(1)))));
        ObjectNode written = JsonCodec.parse(
                Files.readString(directory.resolve("key/envelope-key.json")).strip());
        return JsonCodec.read(written, EnvelopeKey.class);
    }

    private String share(int index) {
        return directory.resolve("key/share-" + index + ".json").toString();
    }

    private void open(EnvelopeKey key) {
        SealedTerms terms =
                new SealedTerms(new Money(100), SUBMISSION, Duration.ofMinutes(10), SealedPricing.FIRST, 0, 1, key);
        try (SyncClient staff = client(9001, Role.OPERATOR)) {
            for (int participant : new int[] {501, ALICE, BOB}) {
                staff.require(new RegisterParticipant(participant, ""));
                staff.require(new CreditDeposit(participant, new Money(1_000_000), "bank"));
            }
            staff.require(new AnnounceLot(
                    LOT,
                    new Title("专利", "Patent"),
                    501,
                    "PRIVATE_SALE",
                    new Money(10_000),
                    Reserve.NONE,
                    List.of(terms),
                    0,
                    OutageRule.DEFAULT));
            staff.require(new HoldDeposit(LOT, ALICE));
            staff.require(new HoldDeposit(LOT, BOB));
            staff.require(new OpenLot(LOT, "as announced"));
        }
    }

    private void send(int bidder, String ciphertext, String commitment) {
        try (SyncClient client = client(bidder, Role.BIDDER)) {
            client.require(new SubmitEnvelope(LOT, 0, commitment, ciphertext));
        }
    }

    private static String commitment(int bidder) {
        return SealedCommitment.of(LOT, bidder - 1000, AMOUNT, "5a".repeat(32));
    }

    private Run opening(String... rest) {
        String[] start = {"envelopes", "open", "--lot", "7", "--config", config};
        return gavel(Stream.concat(Stream.of(start), Stream.of(rest)).toArray(String[]::new));
    }

    @Test
    @Timeout(120)
    void theHoldersOpenWhatIsSealedToTheirKeyAndNameWhatIsNot() throws IOException {
        EnvelopeKey key = deal();
        open(key);
        EnvelopeAddress address = new EnvelopeAddress(LOT, 1, 1, commitment(ALICE));
        SealedOffer offer = new SealedOffer(AMOUNT, "5a".repeat(32));
        send(ALICE, EnvelopeCipher.seal(key, address, offer), commitment(ALICE));
        send(BOB, "A".repeat(EnvelopeKey.CIPHERTEXT_LENGTH), commitment(BOB));
        Run early = opening("--shares", share(1), "--shares", share(2)).expect(ExitCodes.FAILED);
        assertTrue(early.err().contains("REVEAL stage, not before"), early.err());

        Awaitility.await("the stage of openings").atMost(Duration.ofSeconds(60)).until(this::isOpening);
        Run few = opening("--shares", share(3)).expect(ExitCodes.FAILED);
        assertTrue(few.err().contains("takes 2 shares and 1 came"), few.err());
        Run printed =
                opening("--print", "--shares", share(3), "--shares", share(1)).expect(ExitCodes.FAILED);
        assertTrue(printed.out().contains("\"amount\":\"320000000\""), printed.out());
        assertEquals(1, printed.outLines().size());

        Run run = opening("--shares", share(3), "--shares", share(1)).expect(ExitCodes.FAILED);
        assertTrue(run.outLines().get(1).matches("1 +1001 +opened +3,?200,?000.00"), run.out());
        assertTrue(run.outLines().get(2).matches("2 +1002 +UNDECRYPTABLE: key " + key.id() + " .* -"), run.out());
        assertTrue(run.err().contains("1 left unopened"), run.err());
        assertFalse(run.out().contains("5a5a"), "the salt stays out of sight");
        Run again =
                opening("--json", "--shares", share(2), "--shares", share(1)).expect(ExitCodes.FAILED);
        assertEquals(1, JsonCodec.parse(again.out().strip()).path("envelopes").size());
    }

    /** A dry run that has nothing to open yet says so with exit code 1. */
    private boolean isOpening() {
        return !opening("--print", "--shares", share(1), "--shares", share(2))
                .err()
                .contains("not before");
    }
}
