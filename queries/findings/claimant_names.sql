-- one row is a claimant
select id, name from claimants order by name;
