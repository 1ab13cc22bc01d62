package org.gavel.exchange.engine.rulebook;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.LegalDays;
import org.gavel.protocol.value.Rulebook;

/** The rule packs and holiday calendars the venue has, by content: nothing but the journal brings them here. */
public final class Rulebooks {
    /** The most packs a venue keeps, all versions counted. */
    public static final int MAX_PACKS = 1_000;

    private final NavigableMap<String, NavigableMap<Integer, Rulebook>> packs = new TreeMap<>();
    private LegalDays days = LegalDays.none();
    private int size;

    /** Knows PRIVATE_SALE alone, and no holidays. */
    public Rulebooks() {
        versions(Rulebook.PRIVATE_SALE.name()).put(Rulebook.PRIVATE_SALE.version(), Rulebook.PRIVATE_SALE);
    }

    private NavigableMap<Integer, Rulebook> versions(String name) {
        return packs.computeIfAbsent(name, unknown -> new TreeMap<>());
    }

    boolean has(Rulebook pack) {
        boolean builtIn = pack.isPrivateSale();
        return builtIn
                || (packs.containsKey(pack.name()) && packs.get(pack.name()).containsKey(pack.version()));
    }

    int size() {
        return size;
    }

    void add(Rulebook pack) {
        versions(pack.name()).put(pack.version(), pack);
        size++;
    }

    void add(HolidayCalendar calendar) {
        days = days.with(calendar);
    }

    /** How days are counted. */
    public LegalDays days() {
        return days;
    }

    /** Refuses a name, or {@code NAME@version}, under which no pack is in force at this time. */
    public RejectReason check(Request request, String named, long time) {
        if (find(named, time).isPresent()) {
            return RejectReason.NONE;
        }
        Optional<Rulebook> later = find(named, Long.MAX_VALUE / 2);
        return later.isPresent()
                ? request.refuse(
                        RejectReason.RULEBOOK_NOT_IN_FORCE,
                        later.get().effectiveFrom().digits())
                : RejectReason.RULEBOOK_UNKNOWN;
    }

    /** The newest version in force at this time, or the one that is named; check first. */
    public Rulebook get(String named, long time) {
        return find(named, time).orElseThrow(() -> new IllegalStateException("no rulebook " + named));
    }

    private Optional<Rulebook> find(String named, long time) {
        int at = named.indexOf('@');
        String name = at < 0 ? named : named.substring(0, at);
        NavigableMap<Integer, Rulebook> versions = packs.getOrDefault(name, new TreeMap<>());
        return versions.descendingMap().values().stream()
                .filter(pack -> at < 0 || pack.id().equals(named))
                .filter(pack -> pack.effectiveFrom().begins() <= time)
                .findFirst();
    }

    /** SHA-256 over the canonical JSON of a pack or a calendar, lower-case hex. */
    public static String hash(Record content) {
        return CanonicalJson.hash(JsonCodec.tree((Object) content));
    }

    /** Where nothing was ever installed, nothing is written, as before there were packs. */
    public void writeTo(StateWriter out) {
        if (size == 0 && days.calendars().isEmpty()) {
            return;
        }
        out.put("rulebooks").put(size);
        for (Map<Integer, Rulebook> versions : packs.values()) {
            versions.values().stream().filter(pack -> !pack.isPrivateSale()).forEach(pack -> out.put(hash(pack)));
        }
        out.put(days.calendars().size());
        days.calendars().forEach(calendar -> out.put(hash(calendar)));
    }
}
