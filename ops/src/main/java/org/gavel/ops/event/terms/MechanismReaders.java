package org.gavel.ops.event.terms;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which reader reads which mechanism. Immutable. */
final class MechanismReaders {
    /** The names are those of the protocol with a small first letter. */
    static final Map<String, MechanismReader> ALL = all();

    private MechanismReaders() {}

    private static Map<String, MechanismReader> all() {
        Map<String, MechanismReader> readers = new LinkedHashMap<>();
        readers.put("english", new EnglishReader());
        readers.put("proxy", new ProxyReader());
        readers.put("timed", new TimedReader());
        readers.put("inquiry", new InquiryReader());
        readers.put("stepRounds", new StepRoundsReader());
        readers.put("japanese", new JapaneseReader());
        readers.put("liveCalls", new LiveCallsReader());
        readers.put("dutch", new DutchReader());
        readers.put("sealed", new SealedReader());
        readers.put("bestBid", new BestBidReader());
        readers.put("reverseRounds", new ReverseRoundsReader());
        readers.put("shares", new SharesReader());
        readers.put("clock", new ClockReader());
        readers.put("scored", new ScoredReader());
        readers.put("challenge", new ChallengeReader());
        readers.put("contest", new ContestReader());
        readers.put("quotes", new QuotesReader());
        return readers;
    }

    /** The keys of all of them together, without {@code start}. */
    static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        ALL.values().forEach(reader -> keys.addAll(reader.keys()));
        keys.remove("start");
        return keys;
    }

    /** The readers by name, each with its name written as above. */
    static Map<String, Map.Entry<String, MechanismReader>> named() {
        Map<String, Map.Entry<String, MechanismReader>> named = new LinkedHashMap<>();
        ALL.forEach((name, reader) -> named.put(name, Map.entry(name, reader)));
        return named;
    }
}
