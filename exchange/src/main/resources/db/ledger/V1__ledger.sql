-- The ledger: what the exchange's events mean in money, awards and contracts.
-- Amounts are fen, times are microseconds since 1970, parties are participant numbers.
-- Every effect carries the sequence and the index of the event that caused it.

CREATE TABLE settlement_position (
    follower        TEXT    NOT NULL PRIMARY KEY,
    -- Everything up to and including this event is in the tables below.
    sequence        BIGINT  NOT NULL CHECK (sequence >= 0),
    event_index     INTEGER NOT NULL CHECK (event_index >= 0),
    -- Counts the settlers that have taken this row; only the latest may move it.
    term            BIGINT  NOT NULL CHECK (term >= 0),
    venue           TEXT,
    venue_opened_at BIGINT,
    CHECK ((venue IS NULL) = (venue_opened_at IS NULL))
);

INSERT INTO settlement_position (follower, sequence, event_index, term) VALUES ('settlement', 0, 0, 0);

CREATE TABLE lot (
    lot           INTEGER NOT NULL PRIMARY KEY CHECK (lot > 0),
    title_zh      TEXT    NOT NULL,
    title_en      TEXT    NOT NULL,
    seller        INTEGER NOT NULL CHECK (seller > 0),
    rulebook      TEXT    NOT NULL,
    deposit       BIGINT  NOT NULL CHECK (deposit >= 0),
    announced_at  BIGINT  NOT NULL,
    sequence      BIGINT  NOT NULL,
    event_index   INTEGER NOT NULL,
    outcome       TEXT    NOT NULL CHECK (outcome IN ('PENDING', 'AWARDED', 'PASSED', 'WITHDRAWN')),
    -- NO_BID or RESERVE_NOT_MET where it passed.
    pass_cause    TEXT,
    ended_at      BIGINT,
    end_sequence  BIGINT,
    end_index     INTEGER,
    UNIQUE (sequence, event_index),
    CHECK ((outcome = 'PASSED') = (pass_cause IS NOT NULL)),
    CHECK ((outcome = 'PENDING') = (ended_at IS NULL)),
    CHECK ((outcome = 'PENDING') = (end_sequence IS NULL)),
    CHECK ((outcome = 'PENDING') = (end_index IS NULL))
);

-- Double entry: a debit is positive, a credit negative, and the legs of one event sum to zero.
-- What the venue owes a participant is a credit balance of FREE_DEPOSIT and HELD_DEPOSIT.
CREATE TABLE account_posting (
    sequence       BIGINT  NOT NULL,
    event_index    INTEGER NOT NULL,
    leg            INTEGER NOT NULL CHECK (leg IN (1, 2)),
    fact           TEXT    NOT NULL CHECK (fact IN ('CREDITED', 'WITHDRAWN', 'HELD', 'RELEASED')),
    account        TEXT    NOT NULL CHECK (account IN ('VENUE_BANK', 'FREE_DEPOSIT', 'HELD_DEPOSIT')),
    participant    INTEGER CHECK (participant > 0),
    lot            INTEGER REFERENCES lot (lot),
    amount         BIGINT  NOT NULL CHECK (amount <> 0),
    -- What the exchange said the account holds after this event, where it said so.
    stated_balance BIGINT,
    posted_at      BIGINT  NOT NULL,
    PRIMARY KEY (sequence, event_index, leg),
    CHECK ((account = 'VENUE_BANK') = (participant IS NULL)),
    CHECK ((account = 'HELD_DEPOSIT') = (lot IS NOT NULL))
);

CREATE INDEX account_posting_account ON account_posting (participant, account, lot);

-- Double entry in units of a divisible right: a debit of the venue's ISSUE, a credit of the participant's HOLDING.
CREATE TABLE unit_posting (
    sequence       BIGINT  NOT NULL,
    event_index    INTEGER NOT NULL,
    leg            INTEGER NOT NULL CHECK (leg IN (1, 2)),
    asset          TEXT    NOT NULL,
    account        TEXT    NOT NULL CHECK (account IN ('ISSUE', 'HOLDING')),
    participant    INTEGER CHECK (participant > 0),
    quantity       BIGINT  NOT NULL CHECK (quantity <> 0),
    stated_balance BIGINT,
    posted_at      BIGINT  NOT NULL,
    PRIMARY KEY (sequence, event_index, leg),
    CHECK ((account = 'ISSUE') = (participant IS NULL))
);

CREATE INDEX unit_posting_account ON unit_posting (participant, asset);

CREATE TABLE award (
    lot         INTEGER NOT NULL PRIMARY KEY REFERENCES lot (lot),
    winner      INTEGER NOT NULL CHECK (winner > 0),
    paddle      INTEGER NOT NULL CHECK (paddle > 0),
    amount      BIGINT  NOT NULL CHECK (amount > 0),
    hammer_at   BIGINT  NOT NULL,
    sequence    BIGINT  NOT NULL,
    event_index INTEGER NOT NULL,
    UNIQUE (sequence, event_index)
);

-- 成交确认书 (Auction Law art. 52).
CREATE TABLE sale_confirmation (
    confirmation_number TEXT    NOT NULL PRIMARY KEY,
    lot                 INTEGER NOT NULL UNIQUE REFERENCES award (lot),
    buyer               INTEGER NOT NULL,
    seller              INTEGER NOT NULL,
    title_zh            TEXT    NOT NULL,
    title_en            TEXT    NOT NULL,
    amount              BIGINT  NOT NULL CHECK (amount > 0),
    deposit_held        BIGINT  NOT NULL CHECK (deposit_held >= 0),
    confirmed_at        BIGINT  NOT NULL
);

-- 技术合同草案. The draft number is the venue's own, never a registration number.
CREATE TABLE technology_contract (
    contract_draft_number TEXT    NOT NULL PRIMARY KEY,
    lot                   INTEGER NOT NULL UNIQUE REFERENCES award (lot),
    contract_type         TEXT    NOT NULL
        CHECK (contract_type IN ('DEVELOPMENT', 'TRANSFER', 'LICENSE', 'CONSULTING', 'SERVICE')),
    assignor              INTEGER NOT NULL,
    transferee            INTEGER NOT NULL,
    project_name          TEXT    NOT NULL,
    contract_amount       BIGINT  NOT NULL CHECK (contract_amount > 0),
    -- Unknown until the parties state it.
    technology_amount     BIGINT CHECK (technology_amount BETWEEN 0 AND contract_amount),
    state                 TEXT    NOT NULL,
    drafted_at            BIGINT  NOT NULL,
    signing_deadline      BIGINT  NOT NULL
);

-- 技术合同登记: what the seller has to have registered; the official number comes from the registration office.
CREATE TABLE contract_registration (
    contract_draft_number TEXT    NOT NULL PRIMARY KEY REFERENCES technology_contract (contract_draft_number),
    registrant            INTEGER NOT NULL,
    contract_amount       BIGINT  NOT NULL CHECK (contract_amount > 0),
    state                 TEXT    NOT NULL,
    opened_at             BIGINT  NOT NULL
);
