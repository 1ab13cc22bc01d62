-- Units of divisible rights are traded in books. Neither database changes a check in place, so the postings are made anew.

CREATE TABLE account_posting_anew (
    sequence       BIGINT  NOT NULL,
    event_index    INTEGER NOT NULL,
    leg            INTEGER NOT NULL CHECK (leg IN (1, 2)),
    fact           TEXT    NOT NULL
        CHECK (fact IN ('CREDITED', 'WITHDRAWN', 'HELD', 'RELEASED', 'FORFEITED', 'TRADED')),
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

CREATE TABLE unit_book (
    book        INTEGER NOT NULL PRIMARY KEY CHECK (book > 0),
    -- What a unit is, as in unit_posting.
    asset       TEXT    NOT NULL,
    title_zh    TEXT    NOT NULL,
    title_en    TEXT    NOT NULL,
    sequence    BIGINT  NOT NULL,
    event_index INTEGER NOT NULL,
    opened_at   BIGINT  NOT NULL,
    UNIQUE (sequence, event_index)
);

-- Settled as it happens: money and units change hands in the postings of the same event.
CREATE TABLE unit_trade (
    book        INTEGER NOT NULL REFERENCES unit_book (book),
    -- Counts the trades of the book from 1.
    trade       BIGINT  NOT NULL CHECK (trade > 0),
    -- Fen a unit.
    price       BIGINT  NOT NULL CHECK (price > 0),
    quantity    BIGINT  NOT NULL CHECK (quantity > 0),
    amount      BIGINT  NOT NULL CHECK (amount > 0),
    buyer       INTEGER NOT NULL CHECK (buyer > 0),
    seller      INTEGER NOT NULL CHECK (seller > 0),
    buy_order   BIGINT  NOT NULL,
    sell_order  BIGINT  NOT NULL,
    sequence    BIGINT  NOT NULL,
    event_index INTEGER NOT NULL,
    traded_at   BIGINT  NOT NULL,
    PRIMARY KEY (book, trade),
    UNIQUE (sequence, event_index),
    CHECK (amount = price * quantity)
);
