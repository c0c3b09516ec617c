-- one row is a claim of any phase, whenever it was said, about a place: about itself, a place inside it, several
-- places together of which it is or holds one, or what holds it (alone or in a set); with which of these. Of the phases
-- about $phase only as many, from it outwards, as hold $most claims, and at least that one (null: all); beyond: how many
-- claims of other phases there are
with inside as (
    select descendant as place from place_tree where ancestor = $place
),

around as (
    select place_tree.ancestor as place
    from place_tree
    where
        place_tree.descendant = $place
        and place_tree.ancestor <> $place
        and place_tree.ancestor not in (select ancestor from place_tree where descendant = 'operation')
),

touched as (
    select
        claims.id as claim,
        case
            when claims.place_key = $place then 'here'
            when claims.place_key in (from inside) then 'inside'
            when bool_or(claim_places.place in (from inside)) then 'together'
            else 'around'
        end as relation
    from claims
    join claim_places on claim_places.claim = claims.id
    where
        claims.place_key <> 'operation'
        and (claim_places.place in (from inside) or claim_places.place in (from around))
    group by claims.id, claims.place_key
),

of_phases as (
    select
        phases.id as phase,
        count(*) as number,
        abs(phases.position - (select position from phases where id = $phase)) as distance,
        phases.position
    from touched
    join claims on claims.id = touched.claim
    join phases on phases.id = claims.phase
    group by phases.id, phases.position
),

-- `before`: how many claims the phases nearer to it hold
taken as (
    select *
    from (
        select
            *,
            coalesce(sum(number) over (
                order by distance, position desc rows between unbounded preceding and 1 preceding
            ), 0) as before
        from of_phases
    )
    where $most is null or before < $most
)

select
    claims.*,
    touched.relation,
    phases.name as phase_name,
    phases.position as phase_position,
    claims.figure is not null and claims.form <> 'none_reported' as has_figure,
    (select sum(number) from of_phases) - (select sum(number) from taken) as beyond
from touched
join claim_details as claims on claims.id = touched.claim
join phases on phases.id = claims.phase
where claims.phase in (select phase from taken)
order by
    phases.position,
    list_position(['here', 'inside', 'together', 'around'], touched.relation),
    claims.metric_position,
    claims.group_position nulls first,
    claims.who_key,
    claims.said_to nulls last,
    claims.side_position,
    claims.claimant_name,
    claims.position;
