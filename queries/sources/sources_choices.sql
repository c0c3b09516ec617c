-- one row is a value that a filter of the Sources page can take, where a claim of the phase has it
with claims_here as (
    select * from claim_details where $phase is null or phase = $phase
)

select distinct 'side' as filter, coalesce(side, 'unattributed') as id, coalesce(side_name, 'Unattributed') as name,
    side_position as position
from claims_here
union all
select distinct 'claimant', claimant, claimant_name, 0 from claims_here
union all
select distinct 'metric', metric, metric_label, metric_position from claims_here
union all
select distinct 'group', groups.id, groups.name, groups.position
from claims_here
join group_tree on group_tree.descendant = claims_here."group"
join groups on groups.id = group_tree.ancestor
union all
select distinct 'place', places.id, places.name, 0
from claims_here
join claim_places on claim_places.claim = claims_here.id
join place_tree on place_tree.descendant = claim_places.place
join places on places.id = place_tree.ancestor
union all
select distinct 'rung', rung::varchar, rung_words, rung from claims_here
union all
select distinct 'read', read, read, 0 from claims_here
order by filter, position, name;
