package org.gavel.protocol.value;

/** What the winners of a share bidding pay for each unit. */
public enum SharesPricing {
    /** Each what they offered. */
    PAY_AS_BID,
    /** All what the last offer in the first ranking did that had any unit, nobody more than they offered. */
    UNIFORM
}
