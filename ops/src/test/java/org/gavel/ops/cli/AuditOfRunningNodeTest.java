package org.gavel.ops.cli;

import static org.gavel.ops.cli.Console.gavel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.ops.cli.Console.Run;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor beside an exchange at work, which holds its journal's lock and goes on writing. */
class AuditOfRunningNodeTest {
    @TempDir
    Path directory;

    private static Answer ask(Exchange exchange, String cid, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Origin origin = new Origin(9001, 0, ClientId.parse(cid), 1, 0, 1, Role.OPERATOR, Channel.CONSOLE);
        exchange.submit(origin, command, Reply.keeping(answer::complete));
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void everythingAcknowledgedIsToldWhileTheExchangeGoesOn() {
        ExchangeSettings settings = new ExchangeSettings(
                "Live", directory, Durability.PROCESS, LogSettings.daily(), Sealer.NONE, 16, 1, "test");
        try (Exchange exchange = Exchange.open(settings, fault -> {})) {
            for (int round = 1; round <= 3; round++) {
                Answer answer = ask(exchange, "r" + round, new RegisterParticipant(round, ""));
                Run run = gavel("audit", "timeline", directory.toString(), "--json")
                        .expect(ExitCodes.OK);
                long told = run.outLines().stream()
                        .map(JsonCodec::parse)
                        .filter(row -> row.path("op").asText().equals("RegisterParticipant"))
                        .count();
                assertEquals(round, told);
                Run replay =
                        gavel("audit", "replay", directory.toString(), "--json").expect(ExitCodes.OK);
                long last =
                        JsonCodec.parse(replay.out().strip()).path("sequence").asLong();
                assertTrue(last >= answer.sequence(), replay.out());
            }
            assertTrue(ask(exchange, "last", new RegisterParticipant(9, "")).accepted());
        }
    }
}
