-- one row is a place and a phase: how many claimants named it there by the moment t, and how many gave a figure for it
with said as (
    select id, phase, claimant from statements where $t is null or (said_to is not null and said_to <= $t)
),

spoken as (
    select
        said.phase,
        said.claimant,
        statement_names.place,
        false as has_figure
    from statement_names
    join said on said.id = statement_names.statement
    union all
    select
        said.phase,
        said.claimant,
        claim_places.place,
        claims.place_key = claim_places.place and claims.figure is not null and claims.form <> 'none_reported'
    from claims
    join said on said.id = claims.statement
    join claim_places on claim_places.claim = claims.id
),

counted as (
    select
        place,
        phase,
        count(distinct claimant) as claimants,
        count(distinct claimant) filter (where has_figure) as with_figure
    from spoken
    where place not in (select ancestor from place_tree where descendant = 'operation')
    group by place, phase
)

select
    places.id as place_key,
    places.name,
    places.level,
    phases.id as phase,
    phases.name as phase_name,
    coalesce(counted.claimants, 0) as claimants,
    coalesce(counted.with_figure, 0) as with_figure
from places
cross join phases
left join counted on counted.place = places.id and counted.phase = phases.id
where places.id in (select place from counted)
order by
    places.name,
    places.id,
    phases.position;
