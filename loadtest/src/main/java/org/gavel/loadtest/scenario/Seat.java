package org.gavel.loadtest.scenario;

/** One bidder of a crowd: a participant of the venue and the token that speaks for them. */
public record Seat(int participant, String token) {
    @Override
    public String toString() {
        return "participant " + participant;
    }
}
