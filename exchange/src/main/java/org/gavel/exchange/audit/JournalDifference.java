package org.gavel.exchange.audit;

import java.util.List;

/**
 * How two journals compare.
 *
 * @param same records from the first on that are the same, byte for byte
 * @param chainSame the chain hash after the last batch in which all is the same; 64 zeros where there is none
 * @param left what was found of the first journal
 * @param right what was found of the second
 * @param words what differs, one sentence each; empty where nothing does
 */
public record JournalDifference(long same, String chainSame, Side left, Side right, List<String> words) {
    /**
     * One of the two.
     *
     * @param records that are intact from the first on
     * @param place of the first record that differs or is missing: file, byte of its batch, sequence
     * @param chainHash after its last intact record
     * @param flaw why it cannot be read further; empty where it simply ends
     */
    public record Side(long records, String place, String chainHash, String flaw) {}

    public JournalDifference {
        words = List.copyOf(words);
    }

    /** Whether both hold the same records, in the same batches, to the same end. */
    public boolean isNone() {
        return words.isEmpty();
    }
}
