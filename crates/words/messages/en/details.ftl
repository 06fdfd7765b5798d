# The details of a card.
details-title = Details
details-close = Close details
details-written-by = { $level } · written by { $by }
details-note = Note
details-status = Status
details-status-none = Not said
details-owner = Who looks after it
details-works-on = Works on
details-press = Press to change
details-unlink = Unlink
