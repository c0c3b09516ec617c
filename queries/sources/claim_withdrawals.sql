-- one row is a claim that takes back the given one, the first first
select *
from claim_details
where withdraws = $claim
order by said_to nulls last, position;
