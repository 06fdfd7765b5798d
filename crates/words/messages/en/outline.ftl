# The outline: the project as text.
outline-name = Outline
outline-not-linked = Not linked yet
# Behind a shared card where it is only pointed to: the parent under which it stands in full.
outline-in-full = – in full under { $home }
# The same row, spoken.
outline-pointer = { $text }, in full under { $home }. Enter writes in it.
