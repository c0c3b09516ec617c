-- Meaning that several queries share. What depends on the moment T is a table macro, what does not is a view.

-- one row is a claim with the names of what it points to
create view claim_details as
select
    claims.*,
    claimants.name as claimant_name,
    claimants.kind as claimant_kind,
    claimants.via_relays_only,
    sides.name as side_name,
    sides.role as side_role,
    coalesce(sides.position, 999) as side_position,
    metrics.label as metric_label,
    metrics.value as metric_value,
    metrics.unit,
    metrics.position as metric_position,
    groups.name as group_name,
    groups.forces as group_forces,
    groups.position as group_position,
    place_names.names as place_names,
    who_names.names as who_names,
    coalesce(by_group.name, by_side.name) as by_name,
    statements.speaker,
    statements.said_words,
    statements.follows,
    reports.publisher,
    reports.agency,
    reports.url,
    reports.not_linked,
    reports.read
from claims
join claimants on claimants.id = claims.claimant
left join sides on sides.id = claims.side
join metrics on metrics.id = claims.metric
left join groups on groups.id = claims."group"
join statements on statements.id = claims.statement
join reports on reports.id = claims.report
left join groups as by_group on by_group.id = claims."by"
left join sides as by_side on by_side.id = claims."by"
left join (
    select claim_places.claim, string_agg(places.name, ', ' order by places.name) as names
    from claim_places
    join places on places.id = claim_places.place
    group by claim_places.claim
) as place_names on place_names.claim = claims.id
left join (
    select words.claim, string_agg(who_words.name, ', ' order by who_words.name) as names
    from (select id as claim, unnest(string_split(who, '|')) as word from claims where who is not null) as words
    join who_words on who_words.id = words.word
    group by words.claim
) as who_names on who_names.claim = claims.id;

-- one row is a claim that had been said by the moment t (design.md §5.1: a statement exists when said_to <= t)
create macro said_claims(t) as table
select * from claim_details where said_to is not null and (t is null or said_to <= t);

-- one row is a claim that was, at the moment t, the latest of its series; period claims and undated ones never are
create macro current_claims(t) as table
select *
from claim_details
where
    said_to is not null
    and (t is null or said_to <= t)
    and (superseded_at is null or (t is not null and superseded_at > t))
    and (counting is null or counting <> 'period');
