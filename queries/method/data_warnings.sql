-- one row is a warning that the checks of the data folder gave
select path, line, message from warnings order by path, line;
