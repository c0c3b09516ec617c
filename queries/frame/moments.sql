-- one row is a moment by which something about the phase had been said: the end of a day, or a time where one is known
select
    said_to as moment,
    bool_or(said_precision = 'time') as has_time,
    count(distinct statement) as statements
from claims
where phase = $phase and said_to is not null
group by said_to
order by said_to;
