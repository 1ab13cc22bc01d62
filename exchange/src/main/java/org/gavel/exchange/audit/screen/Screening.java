package org.gavel.exchange.audit.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.audit.AuditedRecord;
import org.gavel.exchange.audit.LotDossier;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;

/** Screens the closed lots of a course. Takes it in order; single-threaded. */
public final class Screening {
    private final Map<Integer, LotDossier> lots = new TreeMap<>();
    private final Sources sources = new Sources();
    private final Thresholds thresholds;

    /**
     * What the screens saw.
     *
     * @param lots closed lots that were looked at
     * @param open lots that were announced and have not ended; they are not looked at
     * @param crowded lots with too many bidders for the screens that look at groups
     * @param bidders who named a price on any of them
     * @param methods what each screen looks for, by its name
     * @param flags by screen, then by how many lots show it
     */
    public record Report(int lots, int open, int crowded, int bidders, Map<String, String> methods, List<Flag> flags) {}

    public Screening(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Takes in the next record. */
    public void take(AuditedRecord record) {
        sources.take(record);
        for (Event event : record.events()) {
            if (event instanceof LotAnnounced announced) {
                lots.put(announced.lot(), LotDossier.withoutRecords(announced.lot()));
            }
        }
        for (int lot : record.lots()) {
            if (lots.containsKey(lot)) {
                lots.get(lot).take(record);
            }
        }
    }

    /** Looks at every lot that has ended, in the order of their closes. */
    public Report report() {
        List<LotFacts> closed = lots.values().stream()
                .filter(lot -> !lot.ending().state().isEmpty())
                .map(LotFacts::of)
                .sorted(Comparator.comparingLong(LotFacts::closedAt).thenComparingInt(LotFacts::lot))
                .toList();
        Map<String, String> methods = new LinkedHashMap<>();
        List<Flag> flags = new ArrayList<>();
        for (Screen screen : screens()) {
            methods.put(screen.name(), screen.method());
            screen.flags(closed).stream()
                    .sorted(Comparator.comparingInt(Flag::matching).reversed())
                    .forEach(flags::add);
        }
        long bidders = closed.stream()
                .flatMap(lot -> lot.bidders().stream())
                .distinct()
                .count();
        long crowded = closed.stream()
                .filter(lot -> lot.bidders().size() > Groups.MOST_BIDDERS)
                .count();
        return new Report(closed.size(), lots.size() - closed.size(), (int) crowded, (int) bidders, methods, flags);
    }

    private List<Screen> screens() {
        return List.of(
                new Rotation(thresholds),
                new FixedRatio(thresholds),
                new MirroredTiming(thresholds),
                new SameDayDeposits(thresholds),
                new NeverSerious(thresholds),
                new SameSource(sources));
    }
}
