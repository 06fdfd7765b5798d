# The panel of advice beside the diagram.
advice-title = Check
advice-count = Check ({ $count })
advice-close = Close the check
advice-found = { $count ->
    [one] 1 thing to look at. It is advice: nothing has to follow it.
   *[other] { $count } things to look at. They are advice: nothing has to follow them.
}
advice-fine = All in order
advice-fine-looked = The aim, the drivers, the change ideas, their links, the measures, the tests and the team were looked at, and there is nothing to add.
advice-empty = As soon as something is written, this looks at it as guides to driver diagrams would:
advice-looks-aim = does it say how much, for whom and by when?
advice-looks-overview = can the diagram be followed as a whole?
advice-looks-clarity = does each card say one clear thing of its kind?
advice-looks-causes = do causes lead to effects?
advice-looks-evidence = what does it rest on, and what did tests show?
advice-looks-measurement = would you see whether it works?
advice-go = Go there
advice-go-name = Go there: “{ $name }”
advice-source = Source: { $source }
advice-not-for-us-name = Not for us: { $name }
advice-put-aside = Put aside for the whole team: “not for us”.
advice-put-aside-count = Not for us ({ $count })
advice-take-up = Take it up again
advice-take-up-name = Take it up again: { $name }
advice-more = and { $count } more
