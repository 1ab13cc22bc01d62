package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.CrossBook;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.StartTradingDay;
import org.gavel.protocol.value.TradingDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel book}: the clerk's desk for unit books. */
@Command(
        name = "book",
        description = "Shows and runs the unit books of a running node.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer =
                "  gavel book resume 1 --cross-at 2026-12-01T10:30:00+08:00 --config node.yaml --reason \"news is out\"")
public final class BookCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    /** The times of a trading day; each may be left out. */
    static final class Times {
        @Option(names = "--call-at", paramLabel = "TIME", converter = Converters.Moment.class, description = CALL)
        private long callAt;

        @Option(names = "--cross-at", paramLabel = "TIME", converter = Converters.Moment.class, description = CROSS)
        private long crossAt;

        @Option(
                names = "--closing-call-at",
                paramLabel = "TIME",
                converter = Converters.Moment.class,
                description = LAST)
        private long closingCallAt;

        @Option(names = "--closes-at", paramLabel = "TIME", converter = Converters.Moment.class, description = CLOSES)
        private long closesAt;

        private static final String CALL = "When the opening call begins; at once where only --cross-at is given.";
        private static final String CROSS = "When the opening call crosses; without it there is none.";
        private static final String LAST = "When the closing call begins; without it there is none.";
        private static final String CLOSES = "When the day closes; without it by gavel book close.";

        private TradingDay day() {
            return new TradingDay(callAt, crossAt, closingCallAt, closesAt);
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists every book with its phase, best limits and trades.")
    int list(
            @Mixin StaffOptions node,
            @Option(names = "--json", description = "Print what the node says as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        try (NodeLink link = node.connect()) {
            JsonNode books = link.list("ListBooks");
            Printed printed = new Printed(spec, json);
            if (json) {
                printed.json(books);
            } else {
                printed.table(rows(books.path("books")));
            }
            return ExitCodes.OK;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Halts a book: its orders stay, new ones are refused.")
    int halt(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("halt book", HaltBook::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Resumes a halted book: at once, or through a call until --cross-at.")
    int resume(@Mixin StaffAct act, @Mixin CrossOption cross) throws InvalidFile, IOException, RemoteFailure {
        return act.run("resume book", (book, reason) -> new ResumeBook(book, cross.at(), reason));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Begins a call in a book, until --cross-at or gavel book cross.")
    int call(@Mixin StaffAct act, @Mixin CrossOption cross) throws InvalidFile, IOException, RemoteFailure {
        return act.run("call book", (book, reason) -> new CallBook(book, cross.at(), reason));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Ends a book's call now: all that can trade does, at one price.")
    int cross(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("cross book", CrossBook::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Closes a book's day now: a call that runs does not cross, orders for the day end.")
    int close(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("close book", CloseBook::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Begins the next day of a closed book; without times it trades continuously at once.")
    int day(@Mixin StaffAct act, @Mixin Times times) throws InvalidFile, IOException, RemoteFailure {
        return act.run("begin day of book", (book, reason) -> new StartTradingDay(book, times.day(), reason));
    }

    private static List<List<String>> rows(JsonNode books) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("BOOK", "ASSET", "PHASE", "UNTIL", "BID", "UNITS", "ASK", "UNITS", "LAST", "VOLUME", "TITLE"));
        for (JsonNode book : books) {
            rows.add(List.of(
                    book.path("book").asText(),
                    book.path("asset").asText(),
                    book.path("phase").asText(),
                    Printed.time(book.path("until").asLong()),
                    Printed.yuan(book.path("bid")),
                    book.path("bidQuantity").asText(),
                    Printed.yuan(book.path("ask")),
                    book.path("askQuantity").asText(),
                    Printed.yuan(book.path("lastPrice")),
                    book.path("volume").asText(),
                    Printed.title(book.path("title"))));
        }
        return rows;
    }
}
