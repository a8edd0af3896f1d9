-- Which rail a statement tells of, and which account of ours at that bank. The same line on statements of two accounts is two
-- payments. NULL and '': nobody said, as in statements of before; such a one may be of any.
ALTER TABLE statements
  ADD COLUMN rail text,
  ADD COLUMN account text NOT NULL DEFAULT '';
