-- one row is a claimant and a place (or a set of places) that the claimant spoke of in the phase by the moment t
with told as (
    select
        claim_details.*,
        figure is not null and form <> 'none_reported' as has_figure,
        place_key in (select id from places) as at_one_place
    from claim_details
    where
        phase = $phase
        and place_key <> 'operation'
        and ($t is null or (said_to is not null and said_to <= $t))
),

spoken as (
    select
        statement_names.place as place_key,
        statements.claimant,
        statements.id as statement,
        null as claim,
        false as has_figure,
        false as together
    from statement_names
    join statements on statements.id = statement_names.statement
    where
        statements.phase = $phase
        and ($t is null or (statements.said_to is not null and statements.said_to <= $t))
    union all
    select place_key, claimant, statement, id, has_figure, false from told
    union all
    select claim_places.place, told.claimant, told.statement, told.id, false, told.has_figure
    from told
    join claim_places on claim_places.claim = told.id
    where not told.at_one_place and claim_places.place <> 'operation'
)

select
    spoken.place_key,
    spoken.claimant,
    claimants.name as claimant_name,
    claimants.side,
    sides.name as side_name,
    sides.role as side_role,
    coalesce(sides.position, 999) as side_position,
    if(bool_or(spoken.has_figure), 'figure', 'named') as state,
    count(distinct spoken.claim) filter (where spoken.has_figure) as figures,
    count(distinct spoken.claim) filter (where spoken.together) as figures_together,
    count(distinct spoken.statement) as statements
from spoken
join claimants on claimants.id = spoken.claimant
left join sides on sides.id = claimants.side
where spoken.place_key <> 'operation'
group by
    spoken.place_key,
    spoken.claimant,
    claimants.name,
    claimants.side,
    sides.name,
    sides.role,
    sides.position
order by
    spoken.place_key,
    side_position,
    claimants.name;
