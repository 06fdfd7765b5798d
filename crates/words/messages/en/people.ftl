# Who is here, and the name and colour one goes by.
people-guest = Guest { $number }
people-alone = Only you are here. Add your name
people-here = { $count } people here: you, { $names }. Your name
people-add-name = Add your name
people-name = Your name
people-name-field = The name others see
people-name-hint = You need not say it: without one you are a guest.
people-hue = Your colour
people-hue-red = Red
people-hue-brown = Brown
people-hue-green = Green
people-hue-teal = Teal
people-hue-blue = Blue
people-hue-purple = Purple
people-keep = Keep this
