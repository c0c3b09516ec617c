-- one row is a statement that names the place or a place inside it, in any phase
select
    statements.phase,
    claimants.name as claimant_name,
    statements.said_to
from statement_names
join statements on statements.id = statement_names.statement
join claimants on claimants.id = statements.claimant
left join sides on sides.id = claimants.side
where statement_names.place in (select descendant from place_tree where ancestor = $place)
order by coalesce(sides.position, 999), claimants.name;
