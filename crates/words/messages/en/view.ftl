palette-list = Commands and cards
palette-none = No card and no command fits.
view-open-all = Open everything that is closed
