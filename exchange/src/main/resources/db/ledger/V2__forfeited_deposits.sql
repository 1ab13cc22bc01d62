-- Deposits can fall to the venue. Neither database changes a check in place, so the table is made anew.

CREATE TABLE account_posting_anew (
    sequence       BIGINT  NOT NULL,
    event_index    INTEGER NOT NULL,
    leg            INTEGER NOT NULL CHECK (leg IN (1, 2)),
    fact           TEXT    NOT NULL CHECK (fact IN ('CREDITED', 'WITHDRAWN', 'HELD', 'RELEASED', 'FORFEITED')),
    account        TEXT    NOT NULL
        CHECK (account IN ('VENUE_BANK', 'FREE_DEPOSIT', 'HELD_DEPOSIT', 'FORFEITED_DEPOSIT')),
    participant    INTEGER CHECK (participant > 0),
    lot            INTEGER REFERENCES lot (lot),
    amount         BIGINT  NOT NULL CHECK (amount <> 0),
    -- What the exchange said the account holds after this event, where it said so.
    stated_balance BIGINT,
    posted_at      BIGINT  NOT NULL,
    PRIMARY KEY (sequence, event_index, leg),
    CHECK ((account = 'VENUE_BANK') = (participant IS NULL)),
    CHECK ((account IN ('HELD_DEPOSIT', 'FORFEITED_DEPOSIT')) = (lot IS NOT NULL))
);

INSERT INTO account_posting_anew (sequence, event_index, leg, fact, account, participant, lot, amount,
    stated_balance, posted_at)
SELECT sequence, event_index, leg, fact, account, participant, lot, amount, stated_balance, posted_at
FROM account_posting;

DROP TABLE account_posting;

ALTER TABLE account_posting_anew RENAME TO account_posting;

CREATE INDEX account_posting_account ON account_posting (participant, account, lot);
