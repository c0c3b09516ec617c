-- What the consistency checks of queries/checks/ found, filled once when the store is built (run_checks.py).

-- One row is a finding of one check. Its claims do not change with the moment T: it holds from the moment at which the
-- newest of them was said, so that the findings as of T are the rows with holds_from <= T, and the latest are all rows.
create table findings (
    -- position in the list: by check, and within a check failures first, then what cannot be told, then passes
    position integer not null,
    "check" varchar not null,
    title varchar not null,
    rule varchar not null,
    kind varchar not null check (kind in ('arithmetic', 'relay number', 'relay word', 'hedge only')),
    finding varchar not null,
    phase varchar not null,
    claimants varchar[] not null,
    claimant_names varchar[] not null,
    outcome varchar not null,
    -- a pass that could not have failed, such as one figure repeated as it was
    trivial boolean not null,
    arithmetic varchar not null,
    arises varchar,
    claims varchar[] not null,
    -- null where a claim is undated, or where the finding rests on the phase's stated bounds alone: latest only
    holds_from timestamp,
    -- by how much it does not add up, and of what: 1 of 58, 30 of 41; severity is the one divided by the other, up to 1
    difference bigint,
    reference bigint,
    severity double,
    -- the lines of the sum, where it can be set as one
    terms struct(role varchar, words varchar, value varchar, low bigint, high bigint)[]
);

-- one row is a file of queries/checks/ that cannot be used, and why; the other checks stand
create table broken_checks ("check" varchar not null, message varchar not null);
