-- one row is a claim that had been said by the moment t
select id from said_claims($t);
