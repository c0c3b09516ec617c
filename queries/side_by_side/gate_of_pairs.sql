-- one row is a pair of claims with every line of the gate (design.md §5.2), its level and factor
select * from gate(cast($pairs as struct(a varchar, b varchar)[]));
