-- 撤销: an award can be void after all. Its rows stay; this one, of the event that made them void, speaks against them.

CREATE TABLE award_annulment (
    sequence    BIGINT  NOT NULL,
    event_index INTEGER NOT NULL,
    lot         INTEGER NOT NULL UNIQUE REFERENCES lot (lot),
    annulled_at BIGINT  NOT NULL,
    PRIMARY KEY (sequence, event_index)
);
