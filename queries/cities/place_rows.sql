-- one row is a place of the data, or a set of places that a claim counts together, with where it lies and the phases
-- in which it was ever spoken of
with wider as (
    -- the whole operation and what it lies in: figures for these belong to no place
    select ancestor as id from place_tree where descendant = 'operation'
),

spoken as (
    select
        statements.phase,
        statement_names.place as place_key
    from statement_names
    join statements on statements.id = statement_names.statement
    union
    select
        claims.phase,
        unnest([claims.place_key, claim_places.place]) as place_key
    from claims
    join claim_places on claim_places.claim = claims.id
),

phases_of as (
    select
        spoken.place_key,
        string_agg(spoken.phase, '|' order by phases.position) as spoken_in
    from spoken
    join phases on phases.id = spoken.phase
    group by spoken.place_key
),

districts as (
    select
        place_tree.descendant as place,
        arg_max(place_tree.ancestor, above.depth) as district
    from place_tree
    join places as above on above.id = place_tree.ancestor
    where above.level = 'district' and place_tree.ancestor <> place_tree.descendant
    group by place_tree.descendant
),

holders as (
    select
        places.id as place,
        coalesce(districts.district, case when places.within not in (from wider) then places.within end) as holder
    from places
    left join districts on districts.place = places.id
),

set_members as (
    select
        claims.place_key,
        bool_or(claims.and_others) as and_others,
        string_agg(distinct claim_places.place, '|' order by claim_places.place) as members
    from claims
    join claim_places on claim_places.claim = claims.id
    where claims.place_key not in (select id from places)
    group by claims.place_key
)

select
    places.id as place_key,
    places.name,
    places.level,
    places.aliases,
    holder.id as holder,
    holder.name as holder_name,
    coalesce(case when places.level = 'district' then places.name end, holder.name) as group_name,
    places.lat,
    places.lon,
    places.precision_km,
    places.source,
    places.note,
    null as members,
    false as and_others,
    false as is_set,
    places.id in (from wider) as is_wider,
    phases_of.spoken_in
from places
left join holders on holders.place = places.id
left join places as holder on holder.id = holders.holder
left join phases_of on phases_of.place_key = places.id
where places.id <> 'operation'
union all by name
select
    set_members.place_key,
    set_members.place_key as name,
    'set' as level,
    set_members.members,
    set_members.and_others,
    true as is_set,
    false as is_wider,
    phases_of.spoken_in
from set_members
left join phases_of on phases_of.place_key = set_members.place_key
order by
    is_wider,
    is_set,
    group_name nulls last,
    level <> 'district',
    name;
