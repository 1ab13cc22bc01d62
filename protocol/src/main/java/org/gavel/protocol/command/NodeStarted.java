package org.gavel.protocol.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gavel.protocol.reject.Require;

/**
 * The first record after every start. Lots that were open pause with the time they had at {@code lastTime}.
 *
 * @param lastTime the timestamp of the last record before the start, in microseconds; 0 for
 *     that of the record before this one
 * @param previousSequence the end of the generation before, proved by {@code previousChain}
 * @param droppedBytes bytes of a torn last batch that nobody was ever told of
 * @param repair what was discarded of a damaged journal, by whom and why; empty where nothing was, and then unwritten
 * @param sealingKey the fingerprint of the key under which sensitive fields are sealed from here on; empty where there
 *     is none, and then unwritten
 * @param newestBehaviour the newest behaviour that the release knows, up to which one can be adopted from here on; 0, and
 *     then unwritten, of releases that did not say
 */
public record NodeStarted(
        long lastTime,
        long previousSequence,
        String previousChain,
        long droppedBytes,
        int generation,
        String release,
        String durability,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) String repair,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) String sealingKey,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int newestBehaviour)
        implements Command, VenueRecord {
    public NodeStarted {
        Require.between(lastTime, 0, Require.MAX_NUMBER, "lastTime");
        Require.between(previousSequence, 0, Require.MAX_NUMBER, "previousSequence");
        previousChain = Require.text(previousChain, "previousChain");
        Require.between(droppedBytes, 0, Require.MAX_NUMBER, "droppedBytes");
        Require.between(generation, 0, Integer.MAX_VALUE, "generation");
        release = Require.text(release, "release");
        durability = Require.text(durability, "durability");
        repair = Require.text(repair, "repair");
        sealingKey = Require.text(sealingKey, "sealingKey");
        Require.between(newestBehaviour, 0, 65_535, "newestBehaviour");
    }

    /** A start of a journal that nobody repaired, without a key. */
    public NodeStarted(
            long lastTime,
            long previousSequence,
            String previousChain,
            long droppedBytes,
            int generation,
            String release,
            String durability) {
        this(lastTime, previousSequence, previousChain, droppedBytes, generation, release, durability, "", "", 0);
    }

    /** The same start by a release that knows the behaviours up to this one. */
    public NodeStarted knowing(int newest) {
        return new NodeStarted(
                lastTime,
                previousSequence,
                previousChain,
                droppedBytes,
                generation,
                release,
                durability,
                repair,
                sealingKey,
                newest);
    }
}
