-- The database refuses by itself what no process of this version does, and one of a version that knows nothing of quarantines would:
-- one that still runs while its database is replaced beneath it by a copy, or that is started by mistake.
--
-- Every claim writes attempts before anything is sent, and where that is refused nothing is sent.
CREATE FUNCTION refuse_blind_attempts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- These two stand for payments that may have been made. Nobody sends them.
  IF NOT EXISTS (SELECT 1 FROM made WHERE worker_id NOT IN ('restored', 'held')) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT 1 FROM quarantines WHERE marked_at IS NULL) OR EXISTS (
    SELECT 1 FROM database_identity AS recorded CROSS JOIN actual_identity AS actual
    WHERE recorded.system_identifier <> actual.system_identifier OR recorded.database_oid <> actual.database_oid
      OR recorded.timeline <> actual.timeline) THEN
    RAISE EXCEPTION 'nothing may be sent: this database is not the one that was served last, and its open payments are not marked yet';
  END IF;
  -- What is asked about first has an attempt 'restored', numbered 1,000 above the last one.
  IF EXISTS (
    SELECT 1 FROM made
    JOIN quarantined_batches AS quarantined ON quarantined.merchant_id = made.merchant_id AND quarantined.batch_id = made.batch_id
    WHERE made.attempt < 1000 AND (quarantined.asks_first OR EXISTS (
      SELECT 1 FROM quarantined_items AS held
      WHERE held.merchant_id = made.merchant_id AND held.batch_id = made.batch_id AND held.ordinal = made.ordinal))) THEN
    RAISE EXCEPTION 'an item of a quarantined batch may not be sent before its bank was asked about it';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER transfer_attempts_are_not_blind AFTER INSERT ON transfer_attempts
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION refuse_blind_attempts();

CREATE FUNCTION refuse_quarantined_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM quarantines AS quarantine
    WHERE NOT EXISTS (SELECT 1 FROM quarantine_ends AS ended WHERE ended.quarantine_id = quarantine.id AND ended.is_live = NEW.is_live)) THEN
    RAISE EXCEPTION 'no new batches are taken in while this database is quarantined';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER batches_wait_for_quarantines BEFORE INSERT ON batches FOR EACH ROW EXECUTE FUNCTION refuse_quarantined_batch();
