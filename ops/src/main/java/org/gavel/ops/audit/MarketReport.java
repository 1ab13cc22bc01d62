package org.gavel.ops.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gavel.exchange.api.DealView;
import org.gavel.exchange.api.ListingView;
import org.gavel.exchange.api.LotView;
import org.gavel.exchange.audit.Balance;
import org.gavel.exchange.audit.Basis;
import org.gavel.exchange.audit.CourseEnd;
import org.gavel.exchange.audit.Entrant;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.exchange.audit.MarketAt;
import org.gavel.exchange.audit.Offer;
import org.gavel.exchange.audit.Pseudonyms;
import org.gavel.protocol.codec.json.JsonCodec;

/** A market as it stood after some record, for people and as JSON. */
public final class MarketReport {
    private final CourseEnd end;
    private final MarketAt market;
    private final Pseudonyms people;
    private final Scope scope;

    /**
     * What of the market is shown; all of it where neither is named.
     *
     * @param lot one lot or deal, with its listing
     * @param book one unit book, with its open orders
     */
    public record Scope(Optional<Integer> lot, Optional<Integer> book) {
        boolean isWhole() {
            return lot.isEmpty() && book.isEmpty();
        }

        /** Whether the market has what is asked for. */
        public boolean isIn(MarketAt market) {
            boolean hasLot = lot.map(number -> market.lot(number).isPresent()
                            || market.deal(number).isPresent())
                    .orElse(true);
            return hasLot && book.map(number -> market.book(number).isPresent()).orElse(true);
        }

        private <T> List<T> pick(Optional<Integer> named, Function<Integer, Optional<T>> one, Supplier<List<T>> all) {
            return isWhole() ? all.get() : named.flatMap(one).stream().toList();
        }
    }

    public MarketReport(CourseEnd end, MarketAt market, Pseudonyms people, Scope scope) {
        this.end = end;
        this.market = market;
        this.people = people;
        this.scope = scope;
    }

    private List<LotView> lots() {
        return scope.pick(scope.lot, market::lot, market::lots);
    }

    private List<ListingView> listings() {
        return scope.pick(scope.lot, market::listing, market::listings);
    }

    private List<DealView> deals() {
        return scope.pick(scope.lot, market::deal, market::deals);
    }

    private List<BookReport> books() {
        return scope.pick(scope.book, market::book, market::books).stream()
                .map(book -> new BookReport(book, market, people))
                .toList();
    }

    /** How the reading is described at the head of every report. */
    public static ObjectNode head(CourseEnd end) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("venue", end.venue())
                .put("basis", end.basis().name())
                .put("sequence", end.last())
                .put("at", end.lastAt())
                .put("time", AuditTime.write(end.lastAt()))
                .put("verifiedTo", end.report().end().sequence())
                .put("watermark", end.report().watermarkSequence())
                .put("chainHash", end.report().end().chainHash().toString())
                .put("digestsEqual", end.digests())
                .put("stateHash", end.stateHash());
        return head;
    }

    /** The same as sentences. */
    public static List<String> headLines(CourseEnd end) {
        List<String> lines = new ArrayList<>();
        lines.add("venue " + Words.printable(end.venue()) + ", after sequence " + end.last() + " at "
                + AuditTime.write(end.lastAt()));
        lines.add("chain verified to sequence " + end.report().end().sequence() + " (watermark "
                + end.report().watermarkSequence() + "), " + end.report().end().chainHash());
        lines.add(
                end.basis() == Basis.REPLAYED
                        ? "replayed; journaled state digests equal: " + end.digests() + "; state " + end.stateHash()
                        : "NOT REPLAYED: the journal holds sealed fields and no key was given. Outcomes are those of the"
                                + " event log, which is derived; hidden amounts are marked [sealed]. Name the venue's"
                                + " key directory with --keys.");
        return lines;
    }

    public ObjectNode json() {
        ObjectNode report = head(end);
        ArrayNode lots = report.putArray("lots");
        for (LotView view : lots()) {
            ObjectNode lot = (ObjectNode) JsonCodec.tree((Object) view);
            market.dossier(view.lot()).ifPresent(dossier -> add(lot, dossier));
            lots.add(lot);
        }
        ArrayNode listings = report.putArray("listings");
        listings().forEach(listing -> listings.add(JsonCodec.tree((Object) listing)));
        ArrayNode deals = report.putArray("deals");
        deals().forEach(deal -> deals.add(JsonCodec.tree((Object) deal)));
        ArrayNode books = report.putArray("books");
        books().forEach(book -> books.add(book.json(scope.book.isPresent())));
        ArrayNode roadshows = report.putArray("roadshows");
        market.roadshows().forEach(roadshow -> roadshows.add(JsonCodec.tree((Object) roadshow)));
        if (people.disclosed()) {
            ArrayNode accounts = report.putArray("accounts");
            new TreeMap<>(market.balances())
                    .forEach((participant, balance) -> add(accounts.addObject(), participant, balance)
                            .put("forfeited", Long.toString(balance.forfeited())));
            ArrayNode units = report.putArray("units");
            new TreeMap<>(market.units())
                    .forEach((participant, assets) -> assets.forEach(
                            (asset, balance) -> add(units.addObject().put("asset", asset), participant, balance)));
        }
        return report;
    }

    private static ObjectNode add(ObjectNode tree, int participant, Balance balance) {
        return tree.put("participant", participant)
                .put("free", Long.toString(balance.free()))
                .put("held", Long.toString(balance.held()));
    }

    private void add(ObjectNode lot, LotDossier dossier) {
        ArrayNode entrants = lot.putArray("entrants");
        for (Entrant entrant : dossier.entrants()) {
            entrants.addObject()
                    .put("who", people.participant(dossier.lot(), entrant.participant()))
                    .put("paddle", entrant.paddle())
                    .put("deposit", entrant.deposit().toString())
                    .put("state", entrant.state().name())
                    .put("heldAt", entrant.heldAt())
                    .put("heldBy", entrant.heldBy());
        }
        ArrayNode offers = lot.putArray("offers");
        dossier.offers().forEach(offer -> offers.add(offer(offer, dossier.lot())));
    }

    private ObjectNode offer(Offer offer, int lot) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("seq", offer.sequence())
                .put("at", offer.at())
                .put("kind", offer.kind().name())
                .put("who", people.participant(lot, offer.participant()))
                .put("paddle", offer.paddle())
                .put("number", offer.number())
                .put("amount", offer.isPriced() ? offer.amount().toString() : "[sealed]")
                .put("units", offer.units())
                .put("channel", offer.channel().name())
                .put("stands", offer.stands());
        return tree;
    }

    public List<String> text() {
        List<String> lines = new ArrayList<>(headLines(end));
        for (LotView lot : lots()) {
            lines.add("");
            describe(lot, lines);
            market.dossier(lot.lot()).ifPresent(dossier -> describe(dossier, lines));
        }
        listings().forEach(listing -> describe(listing, lines));
        deals().forEach(deal -> describe(deal, lines));
        for (BookReport book : books()) {
            lines.add("");
            book.describe(lines, scope.book.isPresent());
        }
        for (var roadshow : market.roadshows()) {
            lines.add(
                    "roadshow " + roadshow.roadshow() + " " + roadshow.state() + ", lots " + roadshow.lots() + ", sold "
                            + roadshow.sold() + ", unsold " + roadshow.unsold() + ", turnover "
                            + roadshow.turnover().yuan() + " yuan");
        }
        if (people.disclosed()) {
            lines.add("");
            new TreeMap<>(market.balances())
                    .forEach((participant, b) -> lines.add(String.format(
                            Locale.ROOT,
                            "account %d  free %s  held %s  forfeited %s",
                            participant,
                            yuan(b.free()),
                            yuan(b.held()),
                            yuan(b.forfeited()))));
            new TreeMap<>(market.units())
                    .forEach((participant, assets) -> assets.forEach((asset, b) -> lines.add("account " + participant
                            + "  units of " + asset + "  free " + b.free() + "  held " + b.held())));
        }
        return lines;
    }

    private static void describe(ListingView listing, List<String> lines) {
        lines.add("");
        lines.add("listing " + listing.listing() + " of lot " + listing.lot());
        lines.add("  state " + listing.state() + note(listing.note()) + ", list price "
                + listing.listPrice().yuan() + ", last day " + listing.lastDay() + ", cycles " + listing.cycle()
                + ", next at " + AuditTime.write(listing.closesAt()));
        lines.add("  quotes " + listing.quotes() + ", parties " + listing.parties()
                + (listing.paddle() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", P%02d at %s",
                                listing.paddle(),
                                listing.price().yuan())));
    }

    private static void describe(DealView deal, List<String> lines) {
        lines.add("");
        lines.add("deal " + deal.lot() + "  "
                + Words.printable(deal.title().zh() + " " + deal.title().en()).strip());
        lines.add("  state " + deal.state() + (deal.suspended() ? ", suspended" : "") + note(deal.note()) + ", next at "
                + AuditTime.write(deal.closesAt()));
        lines.add("  sold " + deal.sold() + ", pledged " + deal.pledged() + " shares, open objections "
                + deal.objections());
    }

    private static String note(String note) {
        return note.isEmpty() ? "" : " (" + Words.printable(note) + ")";
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
    }

    private void describe(LotView lot, List<String> lines) {
        lines.add("lot " + lot.lot() + "  "
                + Words.printable(lot.title().zh() + " " + lot.title().en()).strip());
        lines.add("  state " + lot.state() + note(lot.note())
                + ", phase " + lot.phase() + " of " + lot.phases().size()
                + (lot.stageKind().isEmpty() ? "" : ", stage " + lot.stage() + " " + lot.stageKind()));
        lines.add("  price " + lot.price().yuan() + ", held by "
                + (lot.leader() == 0 ? "nobody" : String.format(Locale.ROOT, "P%02d", lot.leader())) + ", next "
                + lot.nextMinimum().yuan() + ", bids " + lot.bids() + ", extensions " + lot.extensions());
        lines.add("  opens " + AuditTime.write(lot.opensAt()) + ", closes " + AuditTime.write(lot.closesAt())
                + (lot.remaining() == 0 ? "" : ", " + lot.remaining() + " microseconds left"));
        lines.add("  rule sheet " + lot.ruleSheet());
        for (LotView.Winner winner : lot.winners()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  winner P%02d for %s%s",
                    winner.paddle(),
                    winner.amount().yuan(),
                    winner.units() == 0
                            ? ""
                            : ", " + winner.units() + " units at "
                                    + winner.unitPrice().yuan()));
        }
    }

    private void describe(LotDossier dossier, List<String> lines) {
        for (Entrant entrant : dossier.entrants()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  paddle P%02d  %s  deposit %s %s, held at %s (sequence %d)",
                    entrant.paddle(),
                    people.participant(dossier.lot(), entrant.participant()),
                    entrant.deposit().yuan(),
                    entrant.state(),
                    AuditTime.write(entrant.heldAt()),
                    entrant.heldBy()));
        }
        for (Offer offer : dossier.offers()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %8d  %s  %-14s P%02d  %s%s%s",
                    offer.sequence(),
                    AuditTime.write(offer.at()),
                    offer.kind(),
                    offer.paddle(),
                    offer.isPriced() ? offer.amount().yuan() : "[sealed]",
                    offer.units() == 0 ? "" : " x " + offer.units(),
                    offer.stands() ? "" : "  undone"));
        }
    }
}
