-- The store: what the YAML says, flat, with the keys and bounds that the queries compare.
-- Every moment is UTC without zone. Lists inside a column are joined by |. Null means not stated.
-- Keys and references are checked by ledger/store/table_keys.py over whole columns; the tables are made without them.

create table meta (key varchar primary key, value varchar not null);

create table sides (
    id varchar primary key,
    name varchar not null,
    short varchar not null,
    role varchar not null check (role in ('party', 'third_party', 'tally')),
    -- position in the one order of sides: parties by name, then third parties, then tallies
    position integer not null
);

create table phases (
    id varchar primary key,
    name varchar not null,
    short varchar not null,
    position integer not null,
    zero timestamp,
    view_from timestamp,
    view_to timestamp
);

create table claimants (
    id varchar primary key,
    name varchar not null,
    short varchar not null,
    side varchar references sides (id),
    kind varchar not null,
    via_relays_only boolean not null,
    note varchar
);

create table groups (
    id varchar primary key,
    name varchar not null,
    parent varchar references groups (id),
    side varchar references sides (id),
    forces boolean not null,
    civilians boolean not null,
    depth integer not null,
    -- position in the tree, read from top to bottom
    position integer not null,
    definition varchar
);

-- one row is a group and itself or a group inside it
create table group_tree (
    ancestor varchar not null references groups (id),
    descendant varchar not null references groups (id),
    primary key (ancestor, descendant)
);

create table who_words (id varchar primary key, name varchar not null, definition varchar);

create table metrics (
    id varchar primary key,
    label varchar not null,
    family varchar not null,
    value varchar not null check (value in ('count', 'share', 'duration', 'date', 'statement')),
    unit varchar,
    state_of varchar,
    definition varchar not null,
    position integer not null
);

create table places (
    id varchar primary key,
    name varchar not null,
    aliases varchar,
    level varchar not null,
    within varchar references places (id),
    depth integer not null,
    lat double,
    lon double,
    precision_km double,
    source varchar,
    note varchar
);

-- one row is a place and itself or a place inside it
create table place_tree (
    ancestor varchar not null references places (id),
    descendant varchar not null references places (id),
    primary key (ancestor, descendant)
);

create table reports (
    id varchar primary key,
    phase varchar not null references phases (id),
    publisher varchar not null,
    agency varchar,
    url varchar check (url is null or regexp_matches(url, '^https?://')),
    not_linked varchar,
    published varchar,
    read varchar not null check (read in ('full', 'excerpt')),
    read_on varchar,
    archived varchar,
    language varchar not null,
    note varchar,
    file varchar not null,
    line integer not null,
    check ((url is null) <> (not_linked is null))
);

create table phase_names (
    phase varchar not null references phases (id),
    claimant varchar not null references claimants (id),
    name varchar not null
);

create table phase_bounds (
    phase varchar not null references phases (id),
    claimant varchar not null references claimants (id),
    starts_from timestamp,
    starts_to timestamp,
    ends_from timestamp,
    ends_to timestamp,
    starts_words varchar,
    ends_words varchar,
    report varchar references reports (id)
);

create table statements (
    id varchar primary key,
    phase varchar not null references phases (id),
    claimant varchar not null references claimants (id),
    speaker varchar,
    said_from timestamp,
    said_to timestamp,
    said_precision varchar not null,
    said_words varchar,
    follows varchar,
    note varchar,
    file varchar not null,
    line integer not null,
    check (said_from is null or said_to is null or said_from <= said_to)
);

create table statement_reports (
    statement varchar not null references statements (id),
    report varchar not null references reports (id),
    position integer not null,
    primary key (statement, report)
);

create table statement_names (
    statement varchar not null references statements (id),
    place varchar not null references places (id),
    primary key (statement, place)
);

-- one row is a claim with the names of what it points to. One table, filled row by row (claim_details.py): every page
-- reads it, and planning its joins anew took longer than answering. The view `claims` (views.sql) is what it says alone.
create table claim_details (
    id varchar primary key,
    -- position in the data: wholes before their parts
    position integer not null,
    statement varchar not null references statements (id),
    phase varchar not null references phases (id),
    claimant varchar not null references claimants (id),
    side varchar references sides (id),
    metric varchar not null references metrics (id),
    family varchar not null,
    "group" varchar references groups (id),
    who varchar,
    who_key varchar not null,
    "by" varchar,
    direction varchar check (direction in ('own', 'other', 'none', 'third')),
    place varchar,
    places varchar not null,
    place_key varchar not null,
    and_others boolean not null,
    site varchar,
    figure varchar,
    form varchar,
    label varchar,
    low bigint,
    high bigint,
    point bigint,
    convention_low bigint,
    printed varchar,
    says varchar,
    on_from timestamp,
    on_to timestamp,
    on_words varchar,
    counting varchar check (counting in ('cumulative', 'period', 'standing')),
    said_from timestamp,
    said_to timestamp,
    said_precision varchar not null,
    covers_from timestamp,
    covers_to timestamp,
    covers_precision varchar,
    covers_words varchar,
    covers_inferred boolean not null,
    part_of varchar,
    is_part_within boolean not null,
    complete boolean not null,
    relies_on varchar,
    basis varchar not null,
    -- what the figure was offered with, 1 to 6, never that it was checked (ledger/claims/evidence.py)
    rung integer not null check (rung between 1 and 6),
    rung_words varchar not null,
    -- the claim of another claimant that this one answers, and how
    answers varchar,
    how varchar check (how in ('denies', 'accepts', 'disputes the number', 'declines to comment')),
    -- the claim of the same claimant that this one takes back
    withdraws varchar,
    withdrawn_at timestamp,
    counted varchar,
    counted_from varchar,
    disputed_reading boolean not null,
    as_stated varchar,
    key varchar,
    formerly varchar,
    report varchar not null references reports (id),
    series varchar not null,
    superseded_at timestamp,
    note varchar,
    file varchar not null,
    line integer not null,
    family_label varchar not null,
    -- the first metric of the family, and its place among all
    family_metric varchar not null,
    family_position integer not null,
    -- a cumulative period without an end is taken to end when said
    period_to timestamp,
    has_period boolean not null,
    -- to the day at least
    said_is_known boolean not null,
    claimant_name varchar not null,
    claimant_short varchar not null,
    claimant_kind varchar not null,
    via_relays_only boolean not null,
    side_name varchar,
    side_role varchar,
    side_position integer not null,
    metric_label varchar not null,
    metric_value varchar not null,
    metric_state_of varchar,
    unit varchar,
    metric_position integer not null,
    group_name varchar,
    group_forces boolean,
    group_civilians boolean,
    group_position integer,
    place_names varchar,
    who_names varchar,
    by_name varchar,
    speaker varchar,
    said_words varchar,
    follows varchar,
    publisher varchar not null,
    agency varchar,
    url varchar,
    not_linked varchar,
    read varchar not null,
    archived varchar,
    is_corrected boolean not null,
    -- answers or takes back in words only: no figure of its own, shown beside the claim it speaks of
    is_reply boolean not null,
    -- a line for each thing that would settle it: its day, a colon, what exists or is missing
    settles varchar,
    check ((answers is null) = (how is null)),
    check (low is null or high is null or low <= high),
    check ((figure is not null)::int + (says is not null)::int + (on_words is not null)::int = 1),
    check (said_from is null or said_to is null or said_from <= said_to)
);

create table claim_places (
    claim varchar not null references claim_details (id),
    place varchar not null references places (id),
    primary key (claim, place)
);

create table claim_reliance (
    claim varchar not null references claim_details (id),
    relies_on varchar not null references claim_details (id),
    primary key (claim, relies_on)
);

-- one row is something known to exist, or to be missing, that would settle a claim
create table claim_settles (
    claim varchar not null references claim_details (id),
    position integer not null,
    "on" varchar not null,
    what varchar not null,
    report varchar not null references reports (id),
    primary key (claim, position)
);

create table corrections (
    claim varchar not null references claim_details (id),
    "on" varchar not null,
    "from" varchar not null,
    "to" varchar not null,
    why varchar not null
);

-- one row is a claim in a report, beginning with the claim's own report; null means the report agrees with the claim
create table appearances (
    claim varchar not null references claim_details (id),
    position integer not null,
    report varchar not null references reports (id),
    is_own boolean not null,
    part varchar,
    figure varchar,
    form varchar,
    label varchar,
    low bigint,
    high bigint,
    point bigint,
    metric varchar references metrics (id),
    "group" varchar references groups (id),
    "by" varchar,
    places varchar,
    covers_from timestamp,
    covers_to timestamp,
    words varchar,
    note varchar,
    primary key (claim, position)
);

create table events (
    id varchar primary key,
    phase varchar not null references phases (id),
    kind varchar not null check (kind in ('attack', 'response', 'statement', 'end', 'aftermath')),
    when_from timestamp not null,
    when_to timestamp not null,
    precision varchar not null,
    what varchar not null,
    note varchar,
    file varchar not null,
    line integer not null,
    check (when_from <= when_to)
);

create table event_claimants (event varchar not null references events (id), claimant varchar not null references claimants (id));

create table event_places (event varchar not null references events (id), place varchar not null references places (id));

create table event_reports (event varchar not null references events (id), report varchar not null references reports (id));

-- one row is a warning that the checks of the folder gave
create table warnings (path varchar not null, line integer not null, "column" integer not null, message varchar not null);
