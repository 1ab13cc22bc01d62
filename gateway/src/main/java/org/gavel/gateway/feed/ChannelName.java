package org.gavel.gateway.feed;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gavel.exchange.api.KeptState;
import org.gavel.exchange.api.Views;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * Which channel is meant.
 *
 * @param number the lot, the book or the participant it is about; 0 where it is about all
 */
public record ChannelName(Kind kind, int number) implements KeptState, Comparable<ChannelName> {
    private static final Comparator<ChannelName> ORDER =
            Comparator.comparing(ChannelName::kind).thenComparingInt(ChannelName::number);

    /** What a client calls the channel of what is private to it. */
    public static final String OWN = "me";

    private static final Pattern NUMBERED = Pattern.compile("(lot|desk|book)\\.([1-9][0-9]{0,9})(|\\.depth|\\.orders)");

    /** What a channel tells. */
    public enum Kind implements KeptState {
        /** Every lot and roadshow. */
        LOTS("lots", ""),
        /** One lot. */
        LOT("lot.", ""),
        /** What is private to one participant. */
        ME("me.", ""),
        /** What the venue's staff decide on about one lot or deal. */
        DESK("desk.", ""),
        /** Every unit book at a glance (L1): phases, best limits, trades, indications. */
        BOOKS("books", ""),
        /** One unit book at a glance (L1). */
        BOOK("book.", ""),
        /** The levels of one unit book (L2). */
        DEPTH("book.", ".depth"),
        /** The orders of one unit book, one by one (L3). */
        ORDERS("book.", ".orders");

        private final String prefix;
        private final String suffix;

        Kind(String prefix, String suffix) {
            this.prefix = prefix;
            this.suffix = suffix;
        }
    }

    /** Whether a client calls a channel of the venue's staff by this name. */
    public static boolean isDesk(String wire) {
        return wire.startsWith(Kind.DESK.prefix);
    }

    /** The channel about everything of a kind. */
    static ChannelName all(Kind kind) {
        return new ChannelName(kind, 0);
    }

    /**
     * The channel a client calls by this name.
     *
     * @param participant who asks, 0 where it is no participant
     */
    public static ChannelName of(String wire, int participant, Views views) {
        if (wire.equals(Kind.LOTS.prefix)) {
            return all(Kind.LOTS);
        }
        if (wire.equals(Kind.BOOKS.prefix)) {
            return all(Kind.BOOKS);
        }
        if (wire.equals(OWN) && participant != 0) {
            return new ChannelName(Kind.ME, participant);
        }
        return numbered(wire, views)
                .orElseThrow(() -> new InvalidValue(RejectReason.UNKNOWN_CHANNEL, "channel", "is unknown"));
    }

    private static Optional<ChannelName> numbered(String wire, Views views) {
        Matcher parts = NUMBERED.matcher(wire);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(parts.group(2)));
        boolean known = parts.group(2).equals(Integer.toString(number));
        return switch (parts.group(1) + parts.group(3)) {
            case "lot" -> Optional.of(lot(Kind.LOT, number, known && isLot(number, views)));
            case "desk" -> Optional.of(lot(Kind.DESK, number, known && isLot(number, views)));
            case "book" ->
                Optional.of(book(Kind.BOOK, number, known && views.book(number).isPresent()));
            case "book.depth" ->
                Optional.of(book(Kind.DEPTH, number, known && views.book(number).isPresent()));
            case "book.orders" ->
                Optional.of(
                        book(Kind.ORDERS, number, known && views.book(number).isPresent()));
            default -> Optional.empty();
        };
    }

    /** Deals have numbers of lots. */
    private static boolean isLot(int number, Views views) {
        return views.lot(number).isPresent() || views.deal(number).isPresent();
    }

    private static ChannelName lot(Kind kind, int number, boolean known) {
        if (!known) {
            throw new InvalidValue(RejectReason.LOT_UNKNOWN, "channel", "names no announced lot");
        }
        return new ChannelName(kind, number);
    }

    private static ChannelName book(Kind kind, int number, boolean known) {
        if (!known) {
            throw new InvalidValue(RejectReason.BOOK_UNKNOWN, "channel", "names no open book");
        }
        return new ChannelName(kind, number);
    }

    @Override
    public int compareTo(ChannelName other) {
        return ORDER.compare(this, other);
    }

    /** Whether its events alone, applied to a snapshot, give the next: nothing in it changes without one of them. */
    boolean tellsAll() {
        return kind == Kind.DEPTH || kind == Kind.ORDERS;
    }

    /** What the client calls it. */
    String onWire() {
        if (kind == Kind.ME) {
            return OWN;
        }
        return number == 0 ? kind.prefix : kind.prefix + number + kind.suffix;
    }
}
