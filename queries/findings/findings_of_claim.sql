-- one row is a finding, of any moment, that concerns the claim, as the store keeps it (ledger/store/findings.sql)
select * from findings where list_contains(claims, $claim) order by position;
