package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.ResumeListing;
import org.gavel.protocol.command.SuspendListing;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.command.WithdrawListing;
import org.gavel.protocol.value.SuspensionGround;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gavel listing}: the clerk's desk for listings; what is about a party names the lot, {@code gavel lot qualify}. */
@Command(
        name = "listing",
        description = "Shows and runs the listings of a running node.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LotApprovals.Waiting.class, LotApprovals.Approve.class, LotApprovals.Decline.class},
        footerHeading = "%nExample:%n",
        footer = "  gavel listing suspend 3 --cause titleDispute --config node.yaml --reason \"a claim was filed\"")
public final class ListingCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists every listing with its lot, its state and the end of its disclosure or agreement.")
    int list(
            @Mixin StaffOptions node,
            @Option(names = "--json", description = "Print what the node says as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        try (NodeLink link = node.connect()) {
            JsonNode market = link.list("ListLots");
            Printed printed = new Printed(spec, json);
            if (json) {
                ObjectNode all = JsonNodeFactory.instance.objectNode();
                market.path("listings").forEach(all.putArray("listings")::add);
                printed.json(all);
            } else {
                printed.table(rows(market));
            }
            return ExitCodes.OK;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Lets a listing stand still; no term runs meanwhile.")
    int suspend(
            @Mixin StaffAct act,
            @Option(
                            names = "--cause",
                            required = true,
                            paramLabel = "CAUSE",
                            converter = Converters.Suspension.class,
                            description =
                                    "attack, failure, leak, authority, request, titleDispute, objection or other.")
                    SuspensionGround cause)
            throws InvalidFile, IOException, RemoteFailure {
        return act.run("suspend listing", (listing, reason) -> new SuspendListing(listing, cause, reason));
    }

    @Command(mixinStandardHelpOptions = true, description = "Lets a suspended listing go on with the days it had left.")
    int resume(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("resume listing", ResumeListing::new);
    }

    @Command(mixinStandardHelpOptions = true, description = "Withdraws a listing nobody has registered for.")
    int withdraw(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("withdraw listing", WithdrawListing::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Asks to conclude the agreement with a listing's only party; a second person has to approve it.")
    int conclude(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.request(ConcludeAgreement::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Asks to end a listing and its lot without a sale; a second person has to approve it.")
    int terminate(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.request(TerminateListing::new);
    }

    private static List<List<String>> rows(JsonNode market) {
        Map<Integer, JsonNode> lots = new HashMap<>();
        market.path("lots").forEach(lot -> lots.put(lot.path("lot").asInt(), lot));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LISTING", "LOT", "STATE", "LIST PRICE", "PRICE", "ENDS", "LOT STATE", "NOTE", "TITLE"));
        for (JsonNode listing : market.path("listings")) {
            JsonNode lot = lots.get(listing.path("lot").asInt());
            rows.add(List.of(
                    listing.path("listing").asText(),
                    listing.path("lot").asText(),
                    listing.path("state").asText(),
                    Printed.yuan(listing.path("listPrice")),
                    Printed.yuan(listing.path("price")),
                    Printed.time(listing.path("closesAt").asLong()),
                    lot.path("state").asText(),
                    Printed.orDash(listing.path("note").asText()),
                    Printed.title(lot.path("title"))));
        }
        return rows;
    }
}
