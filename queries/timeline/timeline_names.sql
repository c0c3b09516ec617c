-- one row is what a claimant calls a phase
select
    phase_names.phase,
    phase_names.claimant,
    claimants.name as claimant_name,
    claimants.side,
    coalesce(sides.position, 999) as side_position,
    phase_names.name
from phase_names
join claimants on claimants.id = phase_names.claimant
left join sides on sides.id = claimants.side
order by
    phase_names.phase,
    side_position,
    claimants.name,
    phase_names.name;
