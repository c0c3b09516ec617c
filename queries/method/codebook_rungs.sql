-- one row is a rung, or a kind of answer, that a claim of the data has, with how many have it
select 'rung' as kind, rung::varchar as id, count(*) as claims from claims group by rung
union all
select 'how', how, count(*) from claims where how is not null group by how
union all
select 'withdraws', 'withdraws', count(*) from claims where withdraws is not null having count(*) > 0
order by kind, id;
