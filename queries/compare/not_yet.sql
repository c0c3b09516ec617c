-- one row is a claimant who speaks on the question, but only after the moment t
select
    claimant_name,
    side_name,
    min(said_to) as first_said
from question_claims
where
    phase = $phase
    and family = $family
    and "group" is not distinct from $group
    and who_key = $who
    and place_key = $place
    and ("by" is null or "by" is not distinct from $by)
group by claimant_name, side_name, side_position
having min(said_to) > $t
order by side_position, claimant_name;
