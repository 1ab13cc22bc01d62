package org.gavel.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gavel.ops.config.NodeConfig;
import org.gavel.ops.remote.NodeAddress;
import org.gavel.ops.remote.NodeLink;
import org.gavel.ops.remote.NodePages;
import org.gavel.ops.remote.RemoteFailure;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gavel lot}: the clerk's desk for the lots of a running node; each act is on record with its reason. */
@Command(
        name = "lot",
        description = "Shows and runs the lots of a running node.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LotApprovals.Waiting.class, LotApprovals.Approve.class, LotApprovals.Decline.class},
        footerHeading = "%nExample:%n",
        footer = "  gavel lot pause 7 --config node.yaml --reason \"the hall has no sound\"")
public final class LotCommand extends CommandGroup {
    @Spec
    private CommandSpec spec;

    @Command(mixinStandardHelpOptions = true, description = "Lists every lot with its state, price and close.")
    int list(
            @Mixin StaffOptions node,
            @Option(names = "--json", description = "Print what the node says as JSON.") boolean json)
            throws InvalidFile, IOException, RemoteFailure {
        try (NodeLink link = node.connect()) {
            ObjectNode market = link.list("ListLots");
            Printed printed = new Printed(spec, json);
            if (json) {
                printed.json(market);
            } else {
                printed.table(rows(market));
            }
            return ExitCodes.OK;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Opens an announced lot that no roadshow runs.")
    int open(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("open lot", OpenLot::new);
    }

    @Command(mixinStandardHelpOptions = true, description = "Interrupts bidding; the lot keeps the time it has left.")
    int pause(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("pause lot", PauseLot::new);
    }

    @Command(mixinStandardHelpOptions = true, description = "Lets a paused lot go on with the time it had left.")
    int resume(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("resume lot", ResumeLot::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Withdraws a lot for good: nothing is sold, every deposit is released.")
    int withdraw(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.run("withdraw lot", WithdrawLot::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Asks to take an accepted bid off a called lot; a second person has to approve it.")
    int undo(
            @Mixin StaffAct act,
            @Option(
                            names = "--bid",
                            required = true,
                            paramLabel = "N",
                            converter = Converters.Id.class,
                            description = "The bid's number on the lot.")
                    int bid)
            throws InvalidFile, IOException, RemoteFailure {
        return act.request((lot, reason) -> new UndoBid(lot, bid, reason));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Asks to take a provisional hammer back; a second person has to approve it.")
    int reopen(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.request(ReopenLot::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Asks to end a lot's sale without an award; a second person has to approve it.")
    int terminate(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.request(TerminateLot::new);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Decides a bidder's application or a listing party's intention: granted, or --refused.")
    int qualify(
            @Mixin StaffAct act,
            @Mixin PartyOption party,
            @Option(names = "--refused", description = "The application is refused.") boolean refused)
            throws InvalidFile, IOException, RemoteFailure {
        return act.run("qualify for lot", (lot, reason) -> new QualifyBidder(lot, party.number(), !refused, reason));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Puts on record why somebody may not take part in a lot's sale, or takes the mark away.")
    int mark(
            @Mixin StaffAct act,
            @Mixin PartyOption party,
            @Option(
                            names = "--cause",
                            required = true,
                            paramLabel = "CAUSE",
                            converter = Converters.Mark.class,
                            description = "consignorAgent, staff, relatedParty or defaulter; none takes the mark away.")
                    ExclusionCause cause)
            throws InvalidFile, IOException, RemoteFailure {
        return act.run("mark party of lot", (lot, reason) -> new MarkParty(lot, party.number(), cause, reason));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints a lot's rule sheet: every term, its rulebook, and the hash that receipts name.")
    int rules(
            @Parameters(paramLabel = "N", converter = Converters.Id.class, description = "Its number.") int number,
            @Mixin StaffOptions node,
            @Option(names = "--json", description = "Print the canonical text the hash is made over.") boolean json)
            throws InvalidFile, RemoteFailure {
        NodeAddress address = NodeAddress.of(NodeConfig.read(node.configFile()));
        ObjectNode sheet = JsonCodec.parse(NodePages.ruleSheet(address, number));
        Printed printed = new Printed(spec, json);
        if (json) {
            printed.json(sheet);
        } else {
            printed.data("sha-256   " + CanonicalJson.hash(sheet));
            printed.data(sheet.toPrettyString());
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "void",
            mixinStandardHelpOptions = true,
            description =
                    "Asks to make a sale, or an award objected to in time, void; a second person has to approve it.")
    int annul(@Mixin StaffAct act) throws InvalidFile, IOException, RemoteFailure {
        return act.request(VoidLot::new);
    }

    private static List<List<String>> rows(ObjectNode market) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LOT", "STATE", "PRICE", "PADDLE", "BIDS", "CLOSES", "PRIORITY", "TITLE"));
        for (JsonNode lot : market.path("lots")) {
            rows.add(List.of(
                    lot.path("lot").asText(),
                    lot.path("state").asText(),
                    Money.parse(lot.path("price").asText("0")).yuan(),
                    lot.path("leader").asInt() == 0 ? "-" : lot.path("leader").asText(),
                    lot.path("bids").asText(),
                    Printed.time(lot.path("closesAt").asLong()),
                    priority(lot.path("priority")),
                    Printed.title(lot.path("title"))));
        }
        return rows;
    }

    private static String priority(JsonNode rule) {
        String mode = rule.path("mode").asText("NONE");
        return mode.equals("NONE") ? "-" : mode;
    }
}
