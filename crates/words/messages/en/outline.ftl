# A diagram as indented text.
outline-title = Paste an outline
outline-label = One card a line, indented by two spaces or a tab
outline-hint = The first line is the aim. A line that begins with > is a change idea. Bullets and numbers are understood.
outline-empty = The columns appear here before anything is made.
outline-columns = What it becomes
outline-more = … { $count } more
outline-make = Make the project
outline-show = Show how it looks
outline-sample =
    Fewer falls on ward 7, from 12 to 6 a month, by June
      People move safely
        The way to the toilet is clear
          > Night lights along the way
          > Slippers that fit
      Staff notice risk early
        Risk is spoken of at handover
          > One falls question at each handover

# What an outline brings: 1 aim, 2 primary drivers; 1 under more than one; 3 not linked yet
outline-aims = { $count ->
    [one] 1 aim
   *[other] { $count } aims
}
outline-primaries = { $count ->
    [one] 1 primary driver
   *[other] { $count } primary drivers
}
outline-secondaries = { $count ->
    [one] 1 secondary driver
   *[other] { $count } secondary drivers
}
outline-tertiaries = { $count ->
    [one] 1 tertiary driver
   *[other] { $count } tertiary drivers
}
outline-ideas = { $count ->
    [one] 1 change idea
   *[other] { $count } change ideas
}
outline-shared = { $count } under more than one
outline-unlinked = { $count } not linked yet
