-- one row is a check with a kind, an outcome and whether it is a pass that could not have failed: how many findings of
-- the phase that hold at the moment t and pass the filters have it
select
    "check",
    title,
    rule,
    kind,
    outcome,
    trivial,
    count(*) as findings
from findings
where
    phase = $phase
    and ($t is null or holds_from <= $t)
    and ($claimant is null or list_contains(claimants, $claimant))
    and ($check is null or "check" = $check)
    and ($outcome is null or outcome = $outcome)
    and ($kind is null or kind = $kind)
group by all
order by "check", kind, outcome, trivial;
