-- The one place where time comes into SQL. Every statement calls arus_now(); none calls now() or clock_timestamp().
-- All processes share the database's clock, so a lease means the same to each of them. A simulation or a test
-- replaces this function, and every session follows at once. STABLE, so that it can bound an index scan.
CREATE FUNCTION arus_now() RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN statement_timestamp();
