-- A lot can have several winners. Neither database changes a key in place, so the award and its documents are made
-- anew; a lot awarded before has one winner, who has it whole, and every document keeps its number.

CREATE TABLE award_anew (
    lot         INTEGER NOT NULL REFERENCES lot (lot),
    -- Which of the lot's winners this is, from 1, best first.
    place       INTEGER NOT NULL,
    winners     INTEGER NOT NULL,
    winner      INTEGER NOT NULL CHECK (winner > 0),
    paddle      INTEGER NOT NULL CHECK (paddle > 0),
    -- What the winner pays in all.
    amount      BIGINT  NOT NULL CHECK (amount > 0),
    -- Both 0 where the lot is not divided.
    units       BIGINT  NOT NULL CHECK (units >= 0),
    unit_price  BIGINT  NOT NULL CHECK (unit_price >= 0),
    hammer_at   BIGINT  NOT NULL,
    sequence    BIGINT  NOT NULL,
    event_index INTEGER NOT NULL,
    PRIMARY KEY (lot, place),
    UNIQUE (lot, winner),
    UNIQUE (sequence, event_index),
    CHECK (place BETWEEN 1 AND winners),
    CHECK ((units = 0) = (unit_price = 0)),
    CHECK (units = 0 OR amount = units * unit_price)
);

INSERT INTO award_anew (lot, place, winners, winner, paddle, amount, units, unit_price,
    hammer_at, sequence, event_index)
SELECT lot, 1, 1, winner, paddle, amount, 0, 0, hammer_at, sequence, event_index FROM award;

CREATE TABLE sale_confirmation_anew (
    confirmation_number TEXT    NOT NULL PRIMARY KEY,
    lot                 INTEGER NOT NULL,
    place               INTEGER NOT NULL,
    buyer               INTEGER NOT NULL,
    seller              INTEGER NOT NULL,
    title_zh            TEXT    NOT NULL,
    title_en            TEXT    NOT NULL,
    amount              BIGINT  NOT NULL CHECK (amount > 0),
    deposit_held        BIGINT  NOT NULL CHECK (deposit_held >= 0),
    confirmed_at        BIGINT  NOT NULL,
    UNIQUE (lot, place),
    FOREIGN KEY (lot, place) REFERENCES award_anew (lot, place)
);

INSERT INTO sale_confirmation_anew (confirmation_number, lot, place, buyer, seller, title_zh, title_en,
    amount, deposit_held, confirmed_at)
SELECT confirmation_number, lot, 1, buyer, seller, title_zh, title_en, amount, deposit_held, confirmed_at
FROM sale_confirmation;

CREATE TABLE technology_contract_anew (
    contract_draft_number TEXT    NOT NULL PRIMARY KEY,
    lot                   INTEGER NOT NULL,
    place                 INTEGER NOT NULL,
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
    signing_deadline      BIGINT  NOT NULL,
    UNIQUE (lot, place),
    FOREIGN KEY (lot, place) REFERENCES award_anew (lot, place)
);

INSERT INTO technology_contract_anew (contract_draft_number, lot, place, contract_type, assignor, transferee,
    project_name, contract_amount, technology_amount, state, drafted_at, signing_deadline)
SELECT contract_draft_number, lot, 1, contract_type, assignor, transferee, project_name, contract_amount,
    technology_amount, state, drafted_at, signing_deadline
FROM technology_contract;

CREATE TABLE contract_registration_anew (
    contract_draft_number TEXT    NOT NULL PRIMARY KEY REFERENCES technology_contract_anew (contract_draft_number),
    registrant            INTEGER NOT NULL,
    contract_amount       BIGINT  NOT NULL CHECK (contract_amount > 0),
    state                 TEXT    NOT NULL,
    opened_at             BIGINT  NOT NULL
);

INSERT INTO contract_registration_anew (contract_draft_number, registrant, contract_amount, state, opened_at)
SELECT contract_draft_number, registrant, contract_amount, state, opened_at FROM contract_registration;

DROP TABLE contract_registration;
DROP TABLE technology_contract;
DROP TABLE sale_confirmation;
DROP TABLE award;

ALTER TABLE award_anew RENAME TO award;
ALTER TABLE sale_confirmation_anew RENAME TO sale_confirmation;
ALTER TABLE technology_contract_anew RENAME TO technology_contract;
ALTER TABLE contract_registration_anew RENAME TO contract_registration;
