# What is wrong or unclear in a table of observations; the names are those of crates/exchange/src/observations/fault.rs.
observations-refusal = { $refusal ->
    [empty] There is nothing in it.
    [too-long] It is too long: ten megabytes, or a million cells, are the most.
   *[too-wide] It has more than 256 columns.
}
observations-fault = { $fault ->
    [no-date] There is no date here.
    [not-a-date] “{ $cell }” is not a date.
    [impossible-date] There is no such day as “{ $cell }”.
    [unclear-date] “{ $cell }” may be day and month, or month and day.
    [no-year] “{ $cell }” does not say which year.
    [repeated-date] There is a value for the day or period of “{ $cell }” already.
    [unclear-number] The comma or point of “{ $cell }” may stand before thousands or before decimals.
    [no-denominator] There is a numerator here without a denominator.
    [denominator-zero] The denominator is 0: there was nothing to count in.
    [denominator-negative] A denominator cannot be below 0.
    [numerator-negative] A numerator cannot be below 0.
    [numerator-above] The numerator is larger than the denominator.
    [note-without-value] There is a note here without a value.
    [not-yes-or-no] “{ $cell }” says neither yes nor no.
   *[not-a-number] “{ $cell }” is not a number.
}
# A fault with its place in the table
observations-at = Row { $row }, column { $column }: { $sentence }
observations-question = { $question ->
    [dates] Which column has the dates?
    [values] Which column has the values?
    [day-or-month] Which comes first in dates such as 4/5/2026, the day or the month?
    [decimal] Does the comma of 1,234 stand before thousands or before decimals?
   *[year] Which year is the first month in?
}
