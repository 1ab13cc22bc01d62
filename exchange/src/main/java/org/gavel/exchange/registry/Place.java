package org.gavel.exchange.registry;

/**
 * The event an entry comes from, and when it happened.
 *
 * @param sequence of the command that caused it
 * @param index of the event among those of its command, from 0
 * @param at microseconds since 1970: the command's time, or the instant of the close where the event names it, which
 *     may be earlier
 */
public record Place(long sequence, int index, long at) {
    /** The same event at the time it names itself. */
    Place at(long instant) {
        return new Place(sequence, index, instant);
    }
}
