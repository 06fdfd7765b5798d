outline-name = Amlinelliad
outline-not-linked = Heb ei gysylltu eto
outline-in-full = – yn llawn o dan { $home }
outline-pointer = { $text }, yn llawn o dan { $home }. Mae Enter yn ysgrifennu ynddo.
