# Who is here, and the name and colour one goes by.
people-guest = Guest { $number }
people-alone = Only you are here
people-here = { $count } people here: you, { $names }
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
# What others did, as it goes on after their name: Sam added a card.
others-somebody = Somebody
others-added = added a card
others-wrote = wrote in a card
others-deleted = deleted a card
others-restored = brought a card back
others-changed = changed a card
others-many = changed { $count } cards
others-came = is here now
others-left = has left
