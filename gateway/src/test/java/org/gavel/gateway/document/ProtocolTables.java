package org.gavel.gateway.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gavel.exchange.api.BookView;
import org.gavel.exchange.api.DealView;
import org.gavel.exchange.api.ListingView;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.api.RoadshowView;
import org.gavel.gateway.access.AccessTable;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.DeskEvent;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.StaffEvent;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.BiddingRules;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.Choice;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.CommissionTier;
import org.gavel.protocol.value.ConnectivityRule;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.DepositRules;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Limit;
import org.gavel.protocol.value.ListingExtension;
import org.gavel.protocol.value.ListingRules;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.LotItem;
import org.gavel.protocol.value.LotRules;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.NoticeRules;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PanelScore;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriceRules;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.RelistRules;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoredTerms;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.SharesTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;
import org.gavel.protocol.value.UseFirstTerms;

/** The tables of the protocol document, each written from the code it describes. */
final class ProtocolTables {
    private static final List<Role> ROLES = List.of(Role.BIDDER, Role.CLERK, Role.OPERATOR);

    private static final Map<Integer, String> CATEGORIES = new TreeMap<>(Map.of(
            1, "the message",
            2, "who asks",
            3, "limits",
            4, "the market",
            5, "the venue",
            6, "streams"));

    private ProtocolTables() {}

    /** By the name of their markers. */
    static Map<String, String> all() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("access", access());
        tables.put("commands", commands());
        tables.put("examples", "```json\n" + samples().collect(Collectors.joining("\n")) + "\n```\n");
        tables.put("refusals", refusals());
        tables.put("events", events());
        tables.put("values", values());
        tables.put("closes", closes());
        return tables;
    }

    private static String table(String head, Stream<String> rows) {
        String line = "|---".repeat((int) head.chars().filter(c -> c == '|').count() - 1) + "|";
        return head + "\n" + line + "\n" + rows.map(row -> row + "\n").collect(Collectors.joining());
    }

    private static boolean isNobodys(String op) {
        return ROLES.stream().noneMatch(role -> AccessTable.allows(role, op));
    }

    private static String access() {
        String table = table(
                "| command | BIDDER | CLERK | OPERATOR |",
                AccessTable.commands().stream()
                        .sorted()
                        .filter(op -> !isNobodys(op))
                        .map(ProtocolTables::accessRow));
        String nobodys = AccessTable.commands().stream()
                .sorted()
                .filter(ProtocolTables::isNobodys)
                .map(op -> "`" + op + "`")
                .collect(Collectors.joining(", "));
        return table + "\nNobody: " + nobodys + ". SPECTATOR and AUDITOR: none.\n";
    }

    private static String accessRow(String op) {
        return ROLES.stream()
                .map(role -> AccessTable.allows(role, op) ? "yes" : "")
                .collect(Collectors.joining(" | ", "| `" + op + "` | ", " |"));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(ProtocolTables::records);
    }

    private static String commands() {
        return table(
                "| command | fields |",
                records(Command.class)
                        .filter(type -> !isNobodys(type.getSimpleName()))
                        .map(type -> "| `" + type.getSimpleName() + "` | "
                                + FieldNames.of(type, field -> mayBeAbsent(type, field)) + " |"));
    }

    /** In one form of the command at least. */
    private static boolean mayBeAbsent(Class<?> command, String field) {
        String op = command.getSimpleName();
        return samples()
                .map(JsonCodec::parse)
                .filter(sample -> sample.get("op").textValue().equals(op))
                .anyMatch(sample -> mayBeAbsent(sample, field));
    }

    private static Stream<String> samples() {
        return Stream.concat(CommandSamples.all().values().stream(), CommandSamples.others().stream());
    }

    private static boolean mayBeAbsent(ObjectNode sample, String field) {
        sample.remove(List.of("id", "cid", field));
        try {
            JsonCodec.command(sample);
            return true;
        } catch (InvalidValue required) {
            return false;
        }
    }

    private static String refusals() {
        return CATEGORIES.entrySet().stream()
                .map(category -> "**" + category.getKey() + "xxx: " + category.getValue() + "**\n\n"
                        + table(
                                "| code | name | retry | message |",
                                Arrays.stream(RejectReason.values())
                                        .filter(reason -> reason.code() / 1_000 == category.getKey())
                                        .map(reason -> "| " + reason.code() + " | `" + reason + "` | " + reason.retry()
                                                + " | " + reason.template() + " |")))
                .collect(Collectors.joining("\n"));
    }

    private static String events() {
        return table(
                "| event | channels | fields | in `me` and `desk.N` also |",
                records(Event.class)
                        .filter(type -> !StaffEvent.class.isAssignableFrom(type))
                        .map(type -> "| `" + type.getSimpleName() + "` | " + channels(type) + " | "
                                + FieldNames.ofFace(type, false) + " | " + FieldNames.ofFace(type, true) + " |"));
    }

    private static String channels(Class<?> event) {
        return toThoseItConcerns(event) + (DeskEvent.class.isAssignableFrom(event) ? ", `desk.N`" : "");
    }

    private static String toThoseItConcerns(Class<?> event) {
        if (PrivateEvent.class.isAssignableFrom(event)) {
            return "`me`";
        }
        String own = FieldNames.ofFace(event, true).isEmpty() ? "" : ", `me`";
        if (BookEvent.class.isAssignableFrom(event)) {
            boolean ofOneOrder =
                    event == OrderAccepted.class || event == OrderAmended.class || event == OrderEnded.class;
            return (ofOneOrder ? "`book.N.orders`" : "`book.N`, `books`, `book.N.orders`") + own;
        }
        return (LotEvent.class.isAssignableFrom(event) ? "`lot.N`, `lots`" : "`lots`") + own;
    }

    private static String values() {
        return table(
                "| value | fields |",
                Stream.of(
                                Title.class,
                                Reserve.class,
                                OutageRule.class,
                                ConnectivityRule.class,
                                Offering.class,
                                LotItem.class,
                                PriorityRule.class,
                                Share.class,
                                SaleBasis.class,
                                LotRules.class,
                                Rulebook.class,
                                Choice.class,
                                Limit.class,
                                NoticeRules.class,
                                PriceRules.class,
                                DepositRules.class,
                                BiddingRules.class,
                                RelistRules.class,
                                ListingRules.class,
                                ListingTerms.class,
                                ListingExtension.class,
                                CommissionTier.class,
                                HolidayCalendar.class,
                                Admission.class,
                                BestBidTerms.class,
                                ChallengeTerms.class,
                                ContestTerms.class,
                                ClockTerms.class,
                                DutchTerms.class,
                                EnglishTerms.class,
                                InquiryTerms.class,
                                JapaneseTerms.class,
                                LiveTerms.class,
                                ProxyTerms.class,
                                QuotesTerms.class,
                                ReverseRoundsTerms.class,
                                ScoredTerms.class,
                                ScoreRule.class,
                                PanelScore.class,
                                SealedTerms.class,
                                SharesTerms.class,
                                EnvelopeKey.class,
                                StepRoundsTerms.class,
                                BookTerms.class,
                                TradingDay.class,
                                TimedTerms.class,
                                FixedPriceTerms.class,
                                JointPurchaseTerms.class,
                                NeedTerms.class,
                                NegotiatedTerms.class,
                                UseFirstTerms.class,
                                PublicityTerms.class,
                                Step.class,
                                SoftClose.class,
                                LotView.class,
                                LotView.Winner.class,
                                DealView.class,
                                DealView.Notice.class,
                                ListingView.class,
                                BookView.class,
                                RoadshowView.class)
                        .map(type -> "| `" + type.getSimpleName() + "` | "
                                + mechanism(type)
                                + FieldNames.of(type, field -> false) + " |"));
    }

    /** The name under which terms say what they are. */
    private static String mechanism(Class<?> type) {
        return named(PhaseTerms.class, type, "mechanism") + named(DealTerms.class, type, "mode");
    }

    private static String named(Class<?> family, Class<?> type, String field) {
        return Arrays.stream(family.getAnnotation(JsonSubTypes.class).value())
                .filter(named -> named.value().equals(type))
                .map(named -> "`" + field + "` " + named.name() + ", ")
                .findFirst()
                .orElse("");
    }

    private static String closes() {
        return table(
                "| code | reason | what to do |",
                Arrays.stream(CloseCode.values())
                        .map(code -> "| " + code.code() + " | " + code.reason() + " | " + code.advice() + " |"));
    }
}
