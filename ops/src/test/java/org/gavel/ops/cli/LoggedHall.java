package org.gavel.ops.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.exchange.transparency.LogSalts;
import org.gavel.exchange.transparency.LogSigners;
import org.gavel.exchange.transparency.LogTerms;
import org.gavel.exchange.transparency.VenueLog;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;

/** A venue on disk in which nothing is sealed: its journal, its keys, and, where it is signed, its public log. */
final class LoggedHall {
    private final String name;
    private final Path root;
    private int participants;

    LoggedHall(Path folder, String name) throws IOException {
        this.name = name;
        this.root = Files.createDirectories(folder.resolve(name));
        SealingKey.create(keys());
        LogSalts.create(keys());
        LogSigners.create(keys(), "gavel.example/" + name);
    }

    Path data() {
        return root.resolve("data");
    }

    Path keys() {
        return root.resolve("keys");
    }

    /** One start of a node that registers so many participants. */
    LoggedHall registers(int count) throws IOException {
        ExchangeSettings settings = new ExchangeSettings(
                name, data(), Durability.PROCESS, LogSettings.daily(), SealingKey.load(keys()), 8, 1, "test");
        try (Exchange exchange = Exchange.open(settings, fault -> {})) {
            for (int i = 0; i < count; i++) {
                CompletableFuture<Answer> answer = new CompletableFuture<>();
                Origin origin = new Origin(9001, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE);
                exchange.submit(origin, new RegisterParticipant(++participants, ""), Reply.keeping(answer::complete));
                assertTrue(answer.join().accepted());
            }
        }
        return this;
    }

    /** The public log, grown to the journal's end and signed; answers over how many records. */
    long signs() throws IOException {
        LogTerms terms =
                new LogTerms(data(), Durability.PROCESS, LogSalts.load(keys()), LogSigners.load(keys()), List.of());
        try (VenueLog log = VenueLog.open(terms)) {
            while (log.grow(1000) > 0) {
                Thread.onSpinWait();
            }
            log.sign(Instant.ofEpochSecond(1_900_000_000L));
            return log.signedSize();
        }
    }
}
