package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.rulebook.RuleFile;
import org.gavel.ops.rulebook.ShippedRules;
import org.gavel.ops.yaml.InvalidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel rulebook}: rulebooks and holiday calendars, from file to venue. */
@Command(
        name = "rulebook",
        description = "Checks, shows and installs rulebooks and holiday calendars.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  gavel rulebook install AUCTION_LAW --config node.yaml --reason \"in force at this venue\"")
public final class RulebookCommand extends CommandGroup {
    private static final String WHAT = "A file, or the name of a rulebook that comes with Gavel.";

    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reads it and says its hash and how many of its values are unverified.")
    int check(
            @Parameters(paramLabel = "FILE", description = WHAT) String named,
            @Option(names = "--json", description = "Print the result as JSON.") boolean json)
            throws InvalidFile {
        RuleFile file = read(named);
        Printed printed = new Printed(spec, json);
        if (json) {
            printed.json(summary(file, JsonNodeFactory.instance.objectNode()));
        } else {
            printed.data("valid     " + file.name());
            printed.data("sha-256   " + file.hash());
            printed.data("values    " + file.values().size() + ", unverified " + file.unverified());
        }
        return ExitCodes.OK;
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints every value with its source.")
    int show(
            @Parameters(paramLabel = "FILE", description = WHAT) String named,
            @Option(names = "--json", description = "Print the whole content as JSON.") boolean json)
            throws InvalidFile {
        RuleFile file = read(named);
        Printed printed = new Printed(spec, json);
        if (json) {
            printed.json(summary(file, file.json()));
        } else {
            printed.data(file.name() + "  sha-256 " + file.hash());
            printed.table(rows(file));
        }
        return ExitCodes.OK;
    }

    private static List<List<String>> rows(RuleFile file) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("FIELD", "VALUE", "MARK", "SOURCE"));
        for (RuleFile.Value value : file.values()) {
            String mark = value.mark() + (value.mark().isUnverified() ? " unverified" : "");
            rows.add(List.of(value.field().isEmpty() ? "-" : value.field(), value.value(), mark, value.source()));
        }
        return rows;
    }

    private static ObjectNode summary(RuleFile file, ObjectNode in) {
        return in.put("hash", file.hash())
                .put("is", file.name())
                .put("values", file.values().size())
                .put("unverified", file.unverified());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Installs it on a running node; what is installed never changes.")
    int install(
            @Parameters(paramLabel = "FILE", description = WHAT) String named,
            @Mixin StaffOptions node,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            converter = Converters.Reason.class,
                            description = "Why; it is published with the act.")
                    String reason,
            @Option(names = "--json", description = "Print the outcome as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        RuleFile file = read(named);
        try (NodeLink link = node.connect()) {
            return new Printed(spec, json).outcome("install " + file.name(), link.act(file.install(reason)));
        }
    }

    private static RuleFile read(String named) throws InvalidFile {
        Optional<RuleFile> shipped = ShippedRules.rulebook(named);
        return shipped.isPresent() ? shipped.get() : RuleFile.read(Path.of(named));
    }
}
