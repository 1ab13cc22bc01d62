-- Sales without bids: a licence is contracted as one, and a sale names the offer or the need it came from.
ALTER TABLE lot ADD COLUMN contract_type TEXT NOT NULL DEFAULT 'TRANSFER'
    CHECK (contract_type IN ('DEVELOPMENT', 'TRANSFER', 'LICENSE', 'CONSULTING', 'SERVICE'));
ALTER TABLE lot ADD COLUMN offered_as INTEGER CHECK (offered_as > 0);
