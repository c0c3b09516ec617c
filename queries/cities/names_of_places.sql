-- one row is a statement of the phase and a place that it names, whenever it was made
select
    statement_names.place as place_key,
    statements.id as statement,
    statements.claimant,
    claimants.name as claimant_name,
    claimants.short as claimant_short,
    claimants.side,
    coalesce(sides.position, 999) as side_position,
    statements.said_to
from statement_names
join statements on statements.id = statement_names.statement
join claimants on claimants.id = statements.claimant
left join sides on sides.id = claimants.side
where statements.phase = $phase and statement_names.place <> 'operation'
order by statement_names.place, side_position, claimants.name, statements.id;
