package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.value.PublicityPlace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel deal}: the clerk's desk for sales without bids and needs. */
@Command(
        name = "deal",
        description = "Shows and runs the deals of a running node.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LotApprovals.Waiting.class, LotApprovals.Approve.class, LotApprovals.Decline.class},
        footerHeading = "%nExample:%n",
        footer = {
            "  gavel deal publish 24 --place unit --config node.yaml --reason \"notice 31 of the unit\"",
            "  gavel deal decide 24 --objection 1 --dismissed --config node.yaml --reason \"the board found no grounds\""
        })
public final class DealCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    /** How an objection was decided. */
    static final class Decision {
        @Option(names = "--upheld", required = true, description = "The objection is upheld: the deal ends.")
        private boolean upheld;

        @Option(names = "--dismissed", required = true, description = "The objection is dismissed.")
        private boolean dismissed;

        private boolean upholds() {
            return upheld && !dismissed;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists every deal with its mode, state and what is due.")
    int list(
            @Mixin StaffOptions node,
            @Option(names = "--json", description = "Print what the node says as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        try (NodeLink link = node.connect()) {
            JsonNode deals = link.list("ListLots").path("deals");
            Printed printed = new Printed(spec, json);
            if (json) {
                ObjectNode all = JsonNodeFactory.instance.objectNode();
                deals.forEach(all.putArray("deals")::add);
                printed.json(all);
            } else {
                printed.table(rows(deals));
            }
            return ExitCodes.OK;
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Puts on record that an intended deal is public from now on in one of the two places; --reason says"
                            + " where it can be seen, such as the number of the notice.")
    int publish(
            @Mixin StaffAct act,
            @Option(
                            names = "--place",
                            required = true,
                            paramLabel = "PLACE",
                            converter = Converters.Place.class,
                            description = "unit, or venue.")
                    PublicityPlace place)
            throws InvalidFile, IOException, RemoteFailure {
        return act.run("publish deal", (deal, reference) -> new PublishDeal(deal, place, reference));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Enters the objection of somebody from outside, or of a participant; --reason holds the grounds,"
                            + " which are for the venue alone.")
    int object(
            @Mixin StaffAct act,
            @Option(
                            names = "--participant",
                            paramLabel = "N",
                            converter = Converters.Id.class,
                            defaultValue = Option.NULL_VALUE,
                            description = "Whose objection it is; nobody of the venue's participants where not given.")
                    Integer participant)
            throws InvalidFile, IOException, RemoteFailure {
        int objector = participant == null ? 0 : participant;
        return act.run("object to deal", (deal, grounds) -> new RaiseObjection(deal, objector, grounds));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Asks to put on record how an objection was decided; a second person has to approve it.")
    int decide(
            @Mixin StaffAct act,
            @Option(
                            names = "--objection",
                            required = true,
                            paramLabel = "N",
                            converter = Converters.Id.class,
                            description = "The objection's number in the deal.")
                    int objection,
            @ArgGroup(multiplicity = "1") Decision decision)
            throws InvalidFile, IOException, RemoteFailure {
        return act.request((deal, reason) -> new DecideObjection(deal, objection, decision.upholds(), reason));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets a deal go on whose award was withheld, or that stands still after a fault.")
    int resume(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("resume deal", ResumeLot::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Asks to end a deal that has led to nothing yet; a second person has to approve it.")
    int end(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.request(EndDeal::new);
    }

    @Command(
            name = "void",
            mixinStandardHelpOptions = true,
            description =
                    "Asks to make a deal's award, or one sale of an offer, void; a second person has to approve it.")
    int annul(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.request(VoidLot::new);
    }

    private static List<List<String>> rows(JsonNode deals) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("DEAL", "MODE", "STATE", "SOLD", "PLEDGED", "OBJECTIONS", "DUE", "NOTE", "TITLE"));
        for (JsonNode deal : deals) {
            String state = deal.path("state").asText();
            rows.add(List.of(
                    deal.path("lot").asText(),
                    deal.path("terms").path("mode").asText(),
                    deal.path("suspended").asBoolean() ? state + " (SUSPENDED)" : state,
                    deal.path("sold").asText(),
                    deal.path("pledged").asText(),
                    deal.path("objections").asText(),
                    Printed.time(deal.path("closesAt").asLong()),
                    Printed.orDash(deal.path("note").asText()),
                    Printed.title(deal.path("title"))));
        }
        return rows;
    }
}
