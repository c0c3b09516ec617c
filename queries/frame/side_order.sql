-- one row is a side, in the one order of sides: parties by name, third parties, tallies
select id, name, short, role from sides order by position;
