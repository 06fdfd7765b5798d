# Days as people write them.
month-names = January February March April May June July August September October November December
month-names-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
# 22 November 2026
date-long = { $day } { $month } { $year }
# 22 Nov
date-day-month = { $day } { $month }
