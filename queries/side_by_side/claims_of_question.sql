-- one row is a countable claim of a phase on a question's harm, people who cross the tree, place and perpetrator, of
-- whatever group and whenever it was said: what lines over time are drawn from
select *
from question_claims
where
    phase = $phase
    and family = $family
    and who_key = $who
    and place_key = $place
    and ("by" is null or "by" is not distinct from $by)
    and said_to is not null
    and (counting is null or counting <> 'period')
order by said_to, position;
