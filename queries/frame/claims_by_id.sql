-- one row is a claim asked for by its id
select * from claim_details where id in (select unnest($ids)) order by position;
