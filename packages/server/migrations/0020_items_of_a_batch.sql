-- That each item has its batch was looked up by a foreign key, row by row: half of what it took to insert them. They are inserted
-- thousands at a time, all of one batch, so the same is now looked up once a statement; and no key ever changes.
--
-- Versions side by side: neither notices.

ALTER TABLE items DROP CONSTRAINT items_merchant_id_batch_id_fkey;

CREATE FUNCTION refuse_items_without_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT merchant_id, batch_id FROM new_items) AS item
    WHERE NOT EXISTS (SELECT 1 FROM batches WHERE batches.merchant_id = item.merchant_id AND batches.id = item.batch_id)
  ) THEN
    RAISE EXCEPTION 'an item has no batch' USING ERRCODE = 'foreign_key_violation', TABLE = 'items';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER items_have_a_batch AFTER INSERT ON items
  REFERENCING NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION refuse_items_without_batch();

CREATE FUNCTION refuse_batches_with_items_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM old_batches AS batch
    WHERE EXISTS (SELECT 1 FROM items WHERE items.merchant_id = batch.merchant_id AND items.batch_id = batch.id)
  ) THEN
    RAISE EXCEPTION 'a batch still has items' USING ERRCODE = 'foreign_key_violation', TABLE = 'batches';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER batches_outlive_items AFTER DELETE ON batches
  REFERENCING OLD TABLE AS old_batches FOR EACH STATEMENT EXECUTE FUNCTION refuse_batches_with_items_gone();

CREATE FUNCTION refuse_change_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the key of % never changes', TG_TABLE_NAME;
END $$;
CREATE TRIGGER items_keep_their_key BEFORE UPDATE OF merchant_id, batch_id, ordinal, id ON items
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_key();
CREATE TRIGGER batches_keep_their_key BEFORE UPDATE OF merchant_id, id ON batches
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_key();
