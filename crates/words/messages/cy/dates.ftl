month-names = Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr
month-names-short = Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag
date-long = { $day } { $month } { $year }
date-day-month = { $day } { $month }
