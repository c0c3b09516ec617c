-- one row is a finding that holds at the moment t, as the store keeps it (ledger/store/findings.sql), the largest
-- difference first; of passes the first $most of each check, of failures 200 or $most
select *
from findings
where
    phase = $phase
    and ($t is null or holds_from <= $t)
    and ($claimant is null or list_contains(claimants, $claimant))
    and ($check is null or "check" = $check)
    and ($outcome is null or outcome = $outcome)
    and ($kind is null or kind = $kind)
qualify $most is null or row_number() over (
    partition by "check", kind, outcome, trivial
    order by severity desc nulls last, position
) <= if(outcome = 'does not add up as reported', greatest($most, 200), $most)
order by severity desc nulls last, position;
