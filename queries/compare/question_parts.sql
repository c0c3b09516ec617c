-- one row is a part of a current claim on the question, in the order of the data
select parts.*
from said_claims($t) as parts
join on_question($t, $phase, $family, $group, $who, $by, $place) as wholes on wholes.id = parts.part_of
where
    parts.is_part_within
    and parts.family = wholes.family
order by parts.position;
