-- one row is a claimant with findings about the phase that hold at the moment t
select distinct
    claimants.id,
    claimants.name
from (
    select unnest(claimants) as claimant from findings where phase = $phase and ($t is null or holds_from <= $t)
) as checked
join claimants on claimants.id = checked.claimant
order by lower(claimants.name), claimants.id;
