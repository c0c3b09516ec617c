-- one row is a phase and a claimant who named the place, or a place inside it, by the moment t
select
    phases.id as phase,
    phases.name as phase_name,
    claimants.name as claimant_name,
    sides.name as side_name,
    string_agg(distinct places.name, ', ' order by places.name) as named,
    count(distinct statements.id) as statements,
    min(statements.said_to) as first_said
from statement_names
join statements on statements.id = statement_names.statement
join claimants on claimants.id = statements.claimant
left join sides on sides.id = claimants.side
join phases on phases.id = statements.phase
join places on places.id = statement_names.place
where
    statement_names.place in (select descendant from place_tree where ancestor = $place)
    and ($t is null or (statements.said_to is not null and statements.said_to <= $t))
group by
    phases.id,
    phases.name,
    phases.position,
    claimants.name,
    sides.name,
    sides.position
order by
    phases.position,
    coalesce(sides.position, 999),
    claimants.name;
