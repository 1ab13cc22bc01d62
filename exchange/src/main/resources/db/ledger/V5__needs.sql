-- Where prices fall the lot is a need: its seller owns the need and pays, and the winner supplies.
ALTER TABLE lot ADD COLUMN seller_pays INTEGER NOT NULL DEFAULT 0 CHECK (seller_pays IN (0, 1));
