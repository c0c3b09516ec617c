-- one row is a claim that answers one of those asked for, said by the moment t; `answers` is the claim it answers
select *
from answers_by($t)
where answers in (select unnest($ids::varchar[]))
order by said_to nulls last, side_position, position;
