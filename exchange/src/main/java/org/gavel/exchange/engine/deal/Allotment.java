package org.gavel.exchange.engine.deal;

/** Gives all shares to pledges for at least as many; the earliest pledge is the first. */
final class Allotment {
    private Allotment() {}

    /**
     * Shares × own ÷ pledged, rounded down, then one more each to the earliest until all are given. Where exactly as many are
     * pledged as there are, everybody has what they pledged; nobody ever has more.
     */
    static int[] of(int shares, int[] pledged) {
        long all = 0;
        for (int own : pledged) {
            all += own;
        }
        int[] given = new int[pledged.length];
        int left = shares;
        for (int i = 0; i < pledged.length; i++) {
            given[i] = (int) ((long) shares * pledged[i] / all);
            left -= given[i];
        }
        for (int i = 0; left > 0; i++) {
            given[i]++;
            left--;
        }
        return given;
    }
}
