palette-list = Commands and cards
palette-none = No card and no command fits.
view-open-all = Open everything that is closed
view-focus = Show this branch alone
view-show-all = Show everything
view-filter = Filter
